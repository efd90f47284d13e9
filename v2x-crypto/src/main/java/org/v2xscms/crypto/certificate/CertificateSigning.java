package org.v2xscms.crypto.certificate;

import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.Signature;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.crypto.sign.Signer;
import org.v2xscms.crypto.sign.SigningInput;

/**
 * What an issuer does (IEEE 1609.2-2022 5.3.1, 5.3.2, 6.4.3); {@link CertificateSignatures} is the other side of it.
 *
 * <p>The hash is the one of the issuer's own key. What is signed must be in canonical form, as everything encoded by our
 * codec from compressed points is. SM2 is refused: no certificate of our authorities lies on that curve.
 */
public final class CertificateSigning {

    private CertificateSigning() {}

    /** An explicit certificate, signed with the key of {@code issuer}. */
    public static HashedCertificate sign(
            Encoded<ToBeSignedCertificate> toBeSigned, HashedCertificate issuer, Signer signer) {
        return sign(reference(issuer), toBeSigned, issuer.octets(HashedForm.CANONICAL), signer);
    }

    /** An explicit certificate, signed with its own key. */
    public static HashedCertificate selfSign(Encoded<ToBeSignedCertificate> toBeSigned, Signer signer) {
        IssuerIdentifier self =
                new IssuerIdentifier.Self(signer.publicKey().curve().hash().algorithm());
        return sign(self, toBeSigned, Octets.EMPTY, signer);
    }

    /** The explicit certificate with a signature of filler, for the linter to judge before anything is signed. */
    public static Certificate draft(
            Encoded<ToBeSignedCertificate> toBeSigned, HashedCertificate issuer, PublicPoint issuerKey) {
        return draft(reference(issuer), toBeSigned, issuerKey.curve());
    }

    /** Like {@link #draft}, of a certificate that will be signed with its own key. */
    public static Certificate selfSignedDraft(Encoded<ToBeSignedCertificate> toBeSigned, PublicPoint key) {
        return draft(new IssuerIdentifier.Self(key.curve().hash().algorithm()), toBeSigned, key.curve());
    }

    /** The implicit certificate around {@code toBeSigned}, which holds the reconstruction value. */
    public static HashedCertificate implicit(Encoded<ToBeSignedCertificate> toBeSigned, HashedCertificate issuer) {
        return HashedCertificate.of(Encoded.of(
                Certificate.CODEC, new Certificate(3, CertificateType.IMPLICIT, reference(issuer), toBeSigned, null)));
    }

    /** The hash e that binds a reconstruction value to the rest of an implicit certificate and to its issuer (SEC 4). */
    public static Digest implicitHash(Encoded<ToBeSignedCertificate> toBeSigned, HashedCertificate issuer) {
        return new SigningInput.DoubleHash(HashFunction.SHA256)
                .digest(toBeSigned.octets(), issuer.octets(HashedForm.CANONICAL));
    }

    /** How a certificate refers to its issuer: by the digest of the algorithm that goes with the issuer's key. */
    public static IssuerIdentifier reference(HashedCertificate issuer) {
        return switch (issuer.hash().algorithm()) {
            case SHA256 -> new IssuerIdentifier.Sha256AndDigest(issuer.id());
            case SHA384 -> new IssuerIdentifier.Sha384AndDigest(issuer.id());
            case SM3 -> throw sm2();
        };
    }

    private static HashedCertificate sign(
            IssuerIdentifier reference, Encoded<ToBeSignedCertificate> toBeSigned, Octets signerInput, Signer signer) {
        Curve curve = requireEcdsa(signer.publicKey().curve());
        Digest digest = new SigningInput.DoubleHash(curve.hash()).digest(toBeSigned.octets(), signerInput);
        Signature signature = new WireSignature(curve, signer.sign(digest)).toSignature();
        return HashedCertificate.of(Encoded.of(Certificate.CODEC, explicit(reference, toBeSigned, signature)));
    }

    private static Certificate draft(
            IssuerIdentifier reference, Encoded<ToBeSignedCertificate> toBeSigned, Curve curve) {
        Octets filler = Octets.of(new byte[requireEcdsa(curve).octets()]);
        return explicit(reference, toBeSigned, new WireSignature(curve, EcSignature.of(filler, filler)).toSignature());
    }

    private static Certificate explicit(
            IssuerIdentifier reference, Encoded<ToBeSignedCertificate> toBeSigned, Signature signature) {
        return new Certificate(3, CertificateType.EXPLICIT, reference, toBeSigned, signature);
    }

    private static Curve requireEcdsa(Curve curve) {
        if (curve == Curve.SM2) {
            throw sm2();
        }
        return curve;
    }

    private static IllegalArgumentException sm2() {
        return new IllegalArgumentException("certificates signed with SM2 are not issued");
    }
}
