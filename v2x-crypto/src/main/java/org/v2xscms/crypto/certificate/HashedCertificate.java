package org.v2xscms.crypto.certificate;

import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicVerificationKey;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;

/**
 * A certificate with its whole-certificate hash (IEEE 1609.2-2022 6.4.3, 5.3.9.2): the hash of the canonical form, by the
 * algorithm that goes with the certificate's own key.
 *
 * <p>Deployed issuers also hash certificates as they were sent where that is not canonical, so both forms are at hand;
 * for most certificates they are the same octets.
 */
public final class HashedCertificate {

    private final Encoded<Certificate> sent;
    private final Encoded<Certificate> canonical;
    private final Digest hash;
    private final Digest hashAsSent;

    private HashedCertificate(Encoded<Certificate> sent) {
        this.sent = sent;
        this.canonical = CanonicalForm.ofCertificate(sent);
        HashFunction function = hashFunction(sent.value());
        this.hash = function.digest(canonical.octets());
        this.hashAsSent = isCanonical() ? hash : function.digest(sent.octets());
    }

    public static HashedCertificate of(Encoded<Certificate> certificate) {
        return new HashedCertificate(certificate);
    }

    /**
     * The whole-certificate hash algorithm: SHA-384 for a 384-bit key, SM3 for an SM2 key, SHA-256 for other keys and for
     * implicit certificates, which exist on P-256 only.
     */
    public static HashFunction hashFunction(Certificate certificate) {
        if (!(certificate.toBeSigned().value().verifyKeyIndicator()
                instanceof VerificationKeyIndicator.VerificationKey(PublicVerificationKey key))) {
            return HashFunction.SHA256;
        }
        return switch (key) {
            case PublicVerificationKey.EcdsaBrainpoolP384r1 _, PublicVerificationKey.EcdsaNistP384 _ ->
                HashFunction.SHA384;
            case PublicVerificationKey.EcsigSm2 _ -> HashFunction.SM3;
            case PublicVerificationKey.EcdsaNistP256 _,
                    PublicVerificationKey.EcdsaBrainpoolP256r1 _,
                    PublicVerificationKey.Unknown _ -> HashFunction.SHA256;
        };
    }

    /** The certificate as it was received or written. */
    public Encoded<Certificate> encoded() {
        return sent;
    }

    public Certificate certificate() {
        return sent.value();
    }

    /** The octets of the canonical form or of the form sent. */
    public Octets octets(HashedForm form) {
        return form == HashedForm.CANONICAL ? canonical.octets() : sent.octets();
    }

    /** The octets of {@code toBeSigned} in the canonical form or in the form sent. */
    public Octets toBeSignedOctets(HashedForm form) {
        return (form == HashedForm.CANONICAL ? canonical : sent)
                .value()
                .toBeSigned()
                .octets();
    }

    /** Whether it was sent in canonical form, so that both forms are the same. */
    public boolean isCanonical() {
        return canonical.octets().equals(sent.octets());
    }

    /** The whole-certificate hash, over the canonical form. */
    public Digest hash() {
        return hash;
    }

    /** Like {@link #hash}, over the octets as sent; the same where those are canonical. */
    public Digest hashAsSent() {
        return hashAsSent;
    }

    /** The hash of the canonical form by another function, for the few deployed uses that do not follow the key. */
    public Digest hashWith(HashFunction function) {
        return function.digest(canonical.octets());
    }

    /** The low-order eight octets of the hash: how others refer to this certificate. */
    public HashedId8 id() {
        return HashedId8.of(hash.value());
    }

    /** Like {@link #id}, over the octets as sent: how deployed systems refer to a certificate that is not canonical. */
    public HashedId8 idAsSent() {
        return HashedId8.of(hashAsSent.value());
    }

    /** Whether {@code id} is the HashedId8 of this certificate in either form. */
    public boolean isNamed(HashedId8 id) {
        return id.equals(id()) || id.equals(idAsSent());
    }

    public boolean isSelfSigned() {
        return certificate().issuer() instanceof IssuerIdentifier.Self;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HashedCertificate that && sent.octets().equals(that.sent.octets());
    }

    @Override
    public int hashCode() {
        return sent.octets().hashCode();
    }

    @Override
    public String toString() {
        return "certificate " + id();
    }
}
