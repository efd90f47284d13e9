package org.v2xscms.ra.publication;

import java.util.List;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.SecuredCrl;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.message.MessageValidator;
import org.v2xscms.crypto.message.MessageVerdict;
import org.v2xscms.crypto.revocation.CrlSigner;
import org.v2xscms.crypto.validation.ValidationResult;
import org.v2xscms.kernel.exchange.Trust;

/** A CRL as it was signed. */
record SignedCrl(Encoded<Ieee1609Dot2Data> data, SignedData signed, CrlContents contents) {

    private static final Reading READING = Reading.STRICT.withLimits(Limits.FILE);

    static SignedCrl read(Octets octets) throws DecodeException {
        Encoded<Ieee1609Dot2Data> data =
                SecuredCrl.CODEC.decode(octets, READING).encoded();
        CrlContents contents = SecuredCrl.contents(data.value(), READING).value();
        return new SignedCrl(data, (SignedData) data.value().content(), contents);
    }

    /** Where it is kept: {@code crl/<CRACA, 16 hex digits>_<series>.spdu}. */
    String file() {
        return file(contents.crlCraca().octets().hex(), contents.crlSeries().value());
    }

    static String file(String craca, int series) {
        return "crl/" + craca + "_" + series + ".spdu";
    }

    /** Why nobody should use it; empty where it is signed by whom its CRACA allows (IEEE 1609.2-2022 7.3). */
    Optional<String> refusal(Trust trust, Time64 at) {
        return switch (new MessageValidator(trust.store(), trust.verifier(), trust.revocation()).validate(signed, at)) {
            case MessageVerdict.Invalid invalid -> Optional.of(invalid.rule().toString());
            case MessageVerdict.Valid valid -> {
                List<ValidationResult.Step> chain = valid.signer().steps();
                yield chain.size() < 2
                        ? Optional.of("signed by a root")
                        : CrlSigner.refusal(
                                contents,
                                chain.getLast().certificate(),
                                chain.get(chain.size() - 2).certificate());
            }
        };
    }
}
