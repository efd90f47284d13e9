package org.v2xscms.crypto.validation;

import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.Signature;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PointDecoding;
import org.v2xscms.crypto.hash.HashFunction;

/** Rules on the form of a certificate, its keys and its reference to the issuer. */
final class ShapeRules {

    private ShapeRules() {}

    static void check(Certificate certificate, Findings findings) {
        ToBeSignedCertificate toBeSigned = certificate.toBeSigned().value();
        findings.require(certificate.version() == 3, Rule.VERSION, "version", Integer.toString(certificate.version()));
        checkForm(certificate, findings);
        checkKeys(toBeSigned, findings);
        findings.require(
                toBeSigned.appPermissions() != null
                        || toBeSigned.certIssuePermissions() != null
                        || toBeSigned.certRequestPermissions() != null,
                Rule.SOME_PERMISSION,
                "toBeSigned",
                "no permissions");
        checkKnown(certificate, findings);
        if (certificate.issuer() instanceof IssuerIdentifier.Self self) {
            checkSelfIssued(certificate, self.value(), findings);
        }
    }

    private static void checkForm(Certificate certificate, Findings findings) {
        boolean reconstruction = certificate.toBeSigned().value().verifyKeyIndicator()
                instanceof VerificationKeyIndicator.ReconstructionValue;
        boolean signature = certificate.signature() != null;
        boolean fits = switch (certificate.type()) {
            case EXPLICIT -> !reconstruction && signature;
            case IMPLICIT -> reconstruction && !signature;
        };
        findings.require(
                fits,
                Rule.FORM,
                "type",
                certificate.type() + " with " + (reconstruction ? "a reconstruction value" : "a verification key")
                        + (signature ? " and a signature" : " and no signature"));
    }

    private static void checkKeys(ToBeSignedCertificate toBeSigned, Findings findings) {
        PointDecoding point = switch (toBeSigned.verifyKeyIndicator()) {
            case VerificationKeyIndicator.VerificationKey key -> CurvePoints.decode(key.value());
            case VerificationKeyIndicator.ReconstructionValue value ->
                CurvePoints.decode(Curve.NIST_P256, value.value());
            case VerificationKeyIndicator.Unknown _ -> new PointDecoding.Refused(PointDecoding.Reason.UNKNOWN_FORMAT);
        };
        requirePoint(point, "toBeSigned.verifyKeyIndicator", findings);
        PublicEncryptionKey encryptionKey = toBeSigned.encryptionKey();
        if (encryptionKey != null) {
            requirePoint(CurvePoints.decode(encryptionKey.publicKey()), "toBeSigned.encryptionKey", findings);
        }
    }

    private static void requirePoint(PointDecoding point, String where, Findings findings) {
        if (point instanceof PointDecoding.Refused(PointDecoding.Reason reason)) {
            findings.add(Rule.KEY_POINT, where, reason.toString());
        }
    }

    /** Whether the certificate holds what a later schema edition added to a critical field. */
    private static void checkKnown(Certificate certificate, Findings findings) {
        ToBeSignedCertificate toBeSigned = certificate.toBeSigned().value();
        findings.require(
                !(certificate.issuer() instanceof IssuerIdentifier.Unknown), Rule.KNOWN_CONTENT, "issuer", "unknown");
        findings.require(
                !(toBeSigned.id() instanceof CertificateId.Unknown), Rule.KNOWN_CONTENT, "toBeSigned.id", "unknown");
        findings.require(
                !(certificate.signature() instanceof Signature.Unknown), Rule.KNOWN_CONTENT, "signature", "unknown");
        findings.require(
                toBeSigned.additions().unknown().isEmpty(),
                Rule.KNOWN_CONTENT,
                "toBeSigned",
                "additions beyond this edition");
    }

    private static void checkSelfIssued(Certificate certificate, HashAlgorithm named, Findings findings) {
        findings.require(
                certificate.type() == CertificateType.EXPLICIT,
                Rule.ISSUER_TYPE,
                "issuer",
                "a self-issued certificate of type " + certificate.type());
        HashFunction ofKey = HashedCertificate.hashFunction(certificate);
        findings.require(
                HashFunction.of(named) == ofKey, Rule.HASH_OF_KEY, "issuer", named + " with a key of " + ofKey);
    }

    static void checkIssuer(Certificate subject, HashedCertificate issuer, Findings findings) {
        boolean refers = refersTo(subject.issuer(), issuer);
        findings.require(
                refers,
                Rule.ISSUER_REFERENCE,
                "issuer",
                subject.issuer() + " with an issuer of " + issuer.hash().algorithm() + " " + issuer.id());
        findings.require(
                issuer.certificate().toBeSigned().value().certIssuePermissions() != null,
                Rule.ISSUER_MAY_ISSUE,
                "issuer",
                issuer + " has none");
        findings.require(
                issuer.certificate().type() == CertificateType.EXPLICIT || subject.type() == CertificateType.IMPLICIT,
                Rule.ISSUER_TYPE,
                "type",
                "explicit, issued by the implicit " + issuer);
    }

    /** Whether {@code reference} is the digest of {@code issuer}, over either form that deployed systems hash. */
    static boolean refersTo(IssuerIdentifier reference, HashedCertificate issuer) {
        return switch (reference) {
            case IssuerIdentifier.Sha256AndDigest digest -> names(HashFunction.SHA256, digest.value(), issuer);
            case IssuerIdentifier.Sha384AndDigest digest -> names(HashFunction.SHA384, digest.value(), issuer);
            case IssuerIdentifier.Sm3AndDigest digest -> names(HashFunction.SM3, digest.value(), issuer);
            case IssuerIdentifier.Self _, IssuerIdentifier.Unknown _ -> false;
        };
    }

    private static boolean names(HashFunction function, HashedId8 digest, HashedCertificate issuer) {
        return issuer.hash().algorithm() == function && issuer.isNamed(digest);
    }
}
