package org.v2xscms.cli.verify;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.v2xscms.cli.InputFile;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.SecuredCrl;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.message.MessageValidator;
import org.v2xscms.crypto.message.MessageVerdict;
import org.v2xscms.crypto.revocation.CrlSigner;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;

/** A CRL of a file, with the signature that makes it one. */
record SignedCrl(SignedData signed, CrlContents contents) {

    static SignedCrl read(String argument) throws IOException {
        InputFile file = InputFile.read(argument);
        Ieee1609Dot2Data data = file.decode(SecuredCrl.CODEC).value();
        if (!(data.content() instanceof SignedData signed)) {
            throw file.unreadable("it is not signed data, as a CRL is");
        }
        try {
            CrlContents contents =
                    SecuredCrl.contents(data, InputFile.AS_RECEIVED).value();
            return new SignedCrl(signed, contents);
        } catch (DecodeException e) {
            throw file.unreadable("its payload read as CrlContents: " + e.getMessage());
        }
    }

    /** Why the CRL must not be used; empty where it may. */
    Optional<String> refusal(TrustStore store, Time64 at, SignatureVerifier verifier) {
        MessageVerdict verdict = new MessageValidator(store, verifier, RevocationCheck.NONE).validate(signed, at);
        return switch (verdict) {
            case MessageVerdict.Invalid invalid ->
                Optional.of(invalid.found() + "; required is that "
                        + invalid.rule().requirement() + " (" + invalid.rule().clause() + ")");
            case MessageVerdict.Valid valid -> {
                List<ValidationResult.Step> steps = valid.signer().steps();
                HashedCertificate signer = steps.getLast().certificate();
                HashedCertificate issuer =
                        steps.size() > 1 ? steps.get(steps.size() - 2).certificate() : signer;
                yield CrlSigner.refusal(contents, signer, issuer);
            }
        };
    }
}
