package org.v2xscms.crypto.certificate;

import java.util.Optional;
import java.util.function.Function;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.Signature;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PointDecoding;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.ecqv.EcqvReconstruction;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.sign.SigningInput;

/**
 * Checks what an issuer did: the signature of an explicit certificate, the key of an implicit one (IEEE 1609.2-2022
 * 5.3.1, 5.3.2, 6.4.3).
 *
 * <p>SM2 certificates are checked as deployed Chinese systems sign them (see {@link SigningInput.Sm2Identity}): no public
 * material shows what IEEE 1609.2-2022 5.3.1.3 means, and no other deployment is known.
 */
public final class CertificateSignatures {

    private CertificateSignatures() {}

    /**
     * The key of {@code subject} as its issuer vouches for it.
     *
     * @param issuerKey the issuer's own key, which the caller has checked
     */
    public static CertifiedKey check(
            HashedCertificate subject, HashedCertificate issuer, PublicPoint issuerKey, SignatureVerifier verifier) {
        return switch (subject.certificate().toBeSigned().value().verifyKeyIndicator()) {
            case VerificationKeyIndicator.VerificationKey key ->
                checkExplicit(
                        subject,
                        Forms.of(issuer),
                        CurvePoints.decode(key.value()),
                        issuerKey,
                        issuerInput -> new SigningInput.Sm2Identity(
                                HashFunction.SM3.digest(issuerInput).value()),
                        verifier);
            case VerificationKeyIndicator.ReconstructionValue value ->
                CurvePoints.decode(Curve.NIST_P256, value.value()) instanceof PointDecoding.OnCurve(PublicPoint point)
                                && issuerKey.curve() == Curve.NIST_P256
                        ? reconstruct(subject, issuer, point, issuerKey)
                        : new CertifiedKey.Refused("the reconstruction value is no point of the issuer's curve");
            case VerificationKeyIndicator.Unknown _ -> new CertifiedKey.Refused("an unknown kind of key");
        };
    }

    /** The key that an explicit certificate states, unchecked: for one that is trusted for other reasons. */
    public static CertifiedKey statedKey(HashedCertificate certificate) {
        return certificate.certificate().toBeSigned().value().verifyKeyIndicator()
                                instanceof VerificationKeyIndicator.VerificationKey key
                        && CurvePoints.decode(key.value()) instanceof PointDecoding.OnCurve(PublicPoint point)
                ? new CertifiedKey.Certified(point, HashedForm.CANONICAL)
                : new CertifiedKey.Refused("it states no key");
    }

    /** The key of a self-signed certificate, which vouches for nothing but itself. */
    public static CertifiedKey checkSelfSigned(HashedCertificate subject, SignatureVerifier verifier) {
        if (!(subject.certificate().toBeSigned().value().verifyKeyIndicator()
                        instanceof VerificationKeyIndicator.VerificationKey key)
                || !(CurvePoints.decode(key.value()) instanceof PointDecoding.OnCurve(PublicPoint point))) {
            return new CertifiedKey.Refused("no verification key to check the signature with");
        }
        return checkExplicit(
                subject,
                Forms.EMPTY,
                new PointDecoding.OnCurve(point),
                point,
                nothing -> new SigningInput.Sm2Identity(SigningInput.CHINESE_SELF_SIGNED_IDENTITY),
                verifier);
    }

    private static CertifiedKey checkExplicit(
            HashedCertificate subject,
            Forms signerInput,
            PointDecoding subjectKey,
            PublicPoint signerKey,
            Function<Octets, SigningInput> sm2Input,
            SignatureVerifier verifier) {
        if (!(subjectKey instanceof PointDecoding.OnCurve(PublicPoint key))) {
            return new CertifiedKey.Refused("the verification key is no point of its curve");
        }
        Optional<WireSignature> signature = signature(subject);
        Optional<HashFunction> function = hashFunction(subject);
        if (signature.isEmpty() || function.isEmpty()) {
            return new CertifiedKey.Refused("no signature of a known kind");
        }
        if (signature.get().curve() != signerKey.curve()) {
            return new CertifiedKey.Refused(
                    "a signature on " + signature.get().curve() + " by a key on " + signerKey.curve());
        }
        Forms toBeSigned =
                new Forms(subject.toBeSignedOctets(HashedForm.CANONICAL), subject.toBeSignedOctets(HashedForm.AS_SENT));
        return Forms.search(toBeSigned, signerInput, (data, signer) -> {
                    SigningInput input = signerKey.curve() == Curve.SM2
                            ? sm2Input.apply(signer)
                            : new SigningInput.DoubleHash(function.get());
                    Digest digest = input.digest(signerKey, data, signer);
                    return verifier.verify(signerKey, digest, signature.get().value())
                            .isValid();
                })
                .<CertifiedKey>map(form -> new CertifiedKey.Certified(key, form))
                .orElseGet(() -> new CertifiedKey.Refused("the signature does not fit the certificate and the key"));
    }

    private static Optional<WireSignature> signature(HashedCertificate subject) {
        Signature signature = subject.certificate().signature();
        return signature == null ? Optional.empty() : WireSignature.of(signature);
    }

    /** The hash that the issuer field names. */
    private static Optional<HashFunction> hashFunction(HashedCertificate subject) {
        return switch (subject.certificate().issuer()) {
            case IssuerIdentifier.Sha256AndDigest _ -> Optional.of(HashFunction.SHA256);
            case IssuerIdentifier.Sha384AndDigest _ -> Optional.of(HashFunction.SHA384);
            case IssuerIdentifier.Sm3AndDigest _ -> Optional.of(HashFunction.SM3);
            case IssuerIdentifier.Self self -> Optional.of(HashFunction.of(self.value()));
            case IssuerIdentifier.Unknown _ -> Optional.empty();
        };
    }

    private static CertifiedKey reconstruct(
            HashedCertificate subject,
            HashedCertificate issuer,
            PublicPoint reconstructionValue,
            PublicPoint issuerKey) {
        Digest hash = new SigningInput.DoubleHash(HashFunction.SHA256)
                .digest(subject.toBeSignedOctets(HashedForm.CANONICAL), issuer.octets(HashedForm.CANONICAL));
        return EcqvReconstruction.publicKey(reconstructionValue, hash, issuerKey)
                .<CertifiedKey>map(key -> new CertifiedKey.Certified(key, HashedForm.CANONICAL))
                .orElseGet(() -> new CertifiedKey.Refused("the key would be the point at infinity"));
    }
}
