package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.Signature;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;

/**
 * A certificate: CertificateBase, constrained to be explicit or implicit.
 *
 * @param version 3
 * @param toBeSigned the content, with the octets it came in
 * @param signature the issuer's; absent in an implicit certificate
 */
public record Certificate(
        int version,
        CertificateType type,
        IssuerIdentifier issuer,
        Encoded<ToBeSignedCertificate> toBeSigned,
        @Nullable Signature signature) {

    public static final Codec<Certificate> CODEC = sequence(
                    "Certificate",
                    MODULE,
                    Certificate::new,
                    required("version", UnsignedIntegers.version(3, MODULE), Certificate::version),
                    required("type", CertificateType.CODEC, Certificate::type),
                    required("issuer", IssuerIdentifier.CODEC, Certificate::issuer),
                    required("toBeSigned", ToBeSignedCertificate.CODEC.keepingOctets(), Certificate::toBeSigned),
                    optional("signature", Signature.CODEC, Certificate::signature))
            .where(
                    "explicit with verificationKey and signature, or implicit with reconstructionValue and no signature",
                    MODULE,
                    certificate -> certificate.isExplicit() || certificate.isImplicit());

    /** ExplicitCertificate. */
    public static final Codec<Certificate> EXPLICIT =
            CODEC.where("an explicit certificate", MODULE, Certificate::isExplicit);

    /** ImplicitCertificate. */
    public static final Codec<Certificate> IMPLICIT =
            CODEC.where("an implicit certificate", MODULE, Certificate::isImplicit);

    /** Satisfies the constraints of ExplicitCertificate. */
    public boolean isExplicit() {
        return type == CertificateType.EXPLICIT
                && toBeSigned.value().verifyKeyIndicator() instanceof VerificationKeyIndicator.VerificationKey
                && signature != null;
    }

    /** Satisfies the constraints of ImplicitCertificate. */
    public boolean isImplicit() {
        return type == CertificateType.IMPLICIT
                && toBeSigned.value().verifyKeyIndicator() instanceof VerificationKeyIndicator.ReconstructionValue
                && signature == null;
    }
}
