package org.v2xscms.eca.request;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EeEcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeEcaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertificateRequest;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.RequestSignature;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.eca.device.Device;
import org.v2xscms.kernel.http.ErrorNumber;

/**
 * An EeEcaCertRequestSpdu as it came, readable and not yet believed.
 *
 * @param hash SHA-256 of the SPDU; its last eight octets are the requestHash of the answer
 * @param key the key asked for
 */
public record EnrollmentRequest(
        Octets hash, SignedCertificateRequest<EeEcaCertRequest> signed, EeEcaCertRequest content, PublicPoint key) {

    /** Reads what was received. */
    public static Judgement<EnrollmentRequest> read(Octets received) {
        SignedCertificateRequest<EeEcaCertRequest> signed;
        try {
            signed = EeEcaCertRequestSpdu.CODEC
                    .decode(received, Reading.STRICT)
                    .value()
                    .request()
                    .value();
        } catch (DecodeException unreadable) {
            return Judgement.refused(ErrorNumber.NOT_PARSED, "no EeEcaCertRequestSpdu: " + unreadable.clause());
        }
        EeEcaCertRequest content = signed.tbsRequest().value();
        Optional<PublicPoint> key =
                content.tbsCert().verifyKeyIndicator() instanceof VerificationKeyIndicator.VerificationKey asked
                        ? CurvePoints.decode(asked.value()).asOptional()
                        : Optional.empty();
        return key.isEmpty()
                ? Judgement.refused(ErrorNumber.VERIFY_KEY_INDICATOR_INVALID, "the key is no point of its curve")
                : Judgement.passed(new EnrollmentRequest(
                        HashFunction.SHA256.digest(received).value(), signed, content, key.get()));
    }

    /** The name the device gives itself; null where it signs with the key it asks for. */
    public @Nullable String canonicalId() {
        return content.canonicalId();
    }

    /** Whether {@code device} signed: with its canonical key if it names itself, otherwise with the key it asks for. */
    public boolean isSignedBy(Device device, SignatureVerifier verifier) {
        return RequestSignature.verifySelfSigned(signed, canonicalId() == null ? key : device.key(), verifier);
    }
}
