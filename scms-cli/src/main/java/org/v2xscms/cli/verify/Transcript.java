package org.v2xscms.cli.verify;

import java.io.PrintWriter;
import java.util.List;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.oer.Deviation;
import org.v2xscms.codec.view.TextTree;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.message.MessageVerdict;
import org.v2xscms.crypto.validation.ValidationResult;
import org.v2xscms.crypto.validation.Violation;

/** Tells a person each step of a verification, the trust anchor first, and the verdict as the last line. */
record Transcript(PrintWriter out) {

    void trust(TrustFiles trust) {
        out.println("trust: anchors " + trust.anchorCount() + ", other certificates " + trust.otherCount());
    }

    /** Departures from canonical encoding that the reading tolerated. */
    void notes(List<Deviation> deviations) {
        deviations.forEach(deviation -> out.println("note: " + deviation));
    }

    void crl(String file, CrlContents crl) {
        out.println("CRL " + TextTree.printable(file) + ": series "
                + crl.crlSeries().value() + " of CRACA " + crl.crlCraca() + ", issued "
                + crl.issueDate().toInstant() + ", next " + crl.nextCrl().toInstant());
    }

    int certificate(ValidationResult result) {
        steps(result);
        return switch (result) {
            case ValidationResult.Valid _ -> valid();
            case ValidationResult.Invalid invalid -> invalid(invalid);
        };
    }

    int message(SignedData signed, MessageVerdict verdict) {
        ValidationResult signer = verdict.signer();
        if (signer != null) {
            steps(signer);
        }
        if (signer instanceof ValidationResult.Invalid invalid) {
            return invalid(invalid);
        }
        return switch (verdict) {
            case MessageVerdict.Invalid invalid ->
                invalid(
                        "message",
                        invalid.found() + "; required is that " + invalid.rule().requirement() + " ("
                                + invalid.rule().clause() + ")");
            case MessageVerdict.Valid valid -> {
                var header = signed.tbsData().value().headerInfo();
                var generated = header.generationTime();
                out.println("ok: message, PSID " + header.psid().value() + " ("
                        + header.psid().name() + ")"
                        + (generated == null ? "" : ", generated " + generated.toInstant()) + ", signed by "
                        + valid.certificate().id() + over(valid.form()));
                yield valid();
            }
        };
    }

    private void steps(ValidationResult result) {
        for (int i = 0; i < result.steps().size(); i++) {
            ValidationResult.Step step = result.steps().get(i);
            out.println("ok: " + text(step.certificate()) + (i == 0 ? ", trust anchor" : "") + over(step.form()));
        }
    }

    private static String over(HashedForm form) {
        return form == HashedForm.CANONICAL ? "" : ", signed over the octets as sent";
    }

    private static String text(HashedCertificate certificate) {
        ToBeSignedCertificate toBeSigned =
                certificate.certificate().toBeSigned().value();
        ValidityPeriod validity = toBeSigned.validityPeriod();
        return "certificate " + certificate.id() + name(toBeSigned.id()) + ", valid "
                + validity.startTime().toInstant() + " to "
                + validity.endTime().toInstant();
    }

    private static String name(CertificateId id) {
        return switch (id) {
            case CertificateId.Name(var name) -> " \"" + TextTree.escape(name.value()) + "\"";
            case LinkageData linkage -> " of period " + linkage.iCert().value();
            case CertificateId.BinaryId(var octets) -> " " + octets;
            case CertificateId.None _, CertificateId.Unknown _ -> "";
        };
    }

    private int invalid(ValidationResult.Invalid invalid) {
        List<Violation> violations = invalid.violations();
        violations.forEach(violation -> out.println("failed: " + text(invalid.certificate()) + ": " + violation));
        return verdict("INVALID: " + violations.getFirst().rule(), ExitCode.NEGATIVE);
    }

    int invalid(String what, String why) {
        out.println("failed: " + TextTree.printable(what) + ": " + why);
        return verdict("INVALID", ExitCode.NEGATIVE);
    }

    private int valid() {
        return verdict("VALID", ExitCode.OK);
    }

    private int verdict(String line, int exitCode) {
        out.println(line);
        return exitCode;
    }
}
