package org.v2xscms.eca.issue;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Integers;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.curve.PointDecoding;
import org.v2xscms.crypto.curve.PublicPoint;

/**
 * All that an answer is made of, stored before anything is signed. COER of
 *
 * <pre>
 * EnrollmentIntent ::= SEQUENCE {
 *   version         INTEGER (1),
 *   type            CertificateType,
 *   toBeSigned      ToBeSignedCertificate,  -- with the key of the request
 *   requestHash     HashedId8,
 *   generationTime  Time32                  -- of the answer
 * }
 * </pre>
 *
 * @param toBeSigned an implicit certificate holds its reconstruction value in place of the key of the request
 */
record EnrollmentIntent(
        CertificateType type, Encoded<ToBeSignedCertificate> toBeSigned, HashedId8 requestHash, Time32 generationTime) {

    private static final String MODULE = "V2X-SCMS EnrollmentIntent";
    private static final int VERSION = 1;

    static final Codec<EnrollmentIntent> CODEC = sequence(
            "EnrollmentIntent",
            MODULE,
            (version, type, toBeSigned, requestHash, generationTime) ->
                    new EnrollmentIntent(type, toBeSigned, requestHash, generationTime),
            required("version", Integers.integer("INTEGER", MODULE, VERSION, VERSION), intent -> VERSION),
            required("type", CertificateType.CODEC, EnrollmentIntent::type),
            required("toBeSigned", ToBeSignedCertificate.CODEC.keepingOctets(), EnrollmentIntent::toBeSigned),
            required("requestHash", HashedId8.CODEC, EnrollmentIntent::requestHash),
            required("generationTime", Time32.CODEC, EnrollmentIntent::generationTime));

    /** Reads what this authority has stored. */
    static EnrollmentIntent stored(Octets octets) {
        try {
            return CODEC.decode(octets, Reading.STRICT).value();
        } catch (DecodeException damaged) {
            throw new IllegalStateException("a stored intent is damaged", damaged);
        }
    }

    /** The key of the request. */
    PublicPoint key() {
        return toBeSigned.value().verifyKeyIndicator() instanceof VerificationKeyIndicator.VerificationKey key
                        && CurvePoints.decode(key.value()) instanceof PointDecoding.OnCurve(PublicPoint point)
                ? point
                : refuseDamaged();
    }

    private static PublicPoint refuseDamaged() {
        throw new IllegalStateException("a stored intent holds no key");
    }

    /** What an implicit certificate states with this reconstruction value. */
    Encoded<ToBeSignedCertificate> reconstructing(PublicPoint reconstructionValue) {
        ToBeSignedCertificate content = toBeSigned.value();
        return Encoded.of(
                ToBeSignedCertificate.CODEC,
                new ToBeSignedCertificate(
                        content.id(),
                        content.cracaId(),
                        content.crlSeries(),
                        content.validityPeriod(),
                        content.region(),
                        content.assuranceLevel(),
                        content.appPermissions(),
                        content.certIssuePermissions(),
                        content.certRequestPermissions(),
                        content.canRequestRollover(),
                        content.encryptionKey(),
                        new VerificationKeyIndicator.ReconstructionValue(CurvePoints.p256(reconstructionValue)),
                        content.flags(),
                        content.appExtensions(),
                        content.certIssueExtensions(),
                        content.certRequestExtension(),
                        content.additions()));
    }
}
