package org.v2xscms.crypto.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.CanonicalForm;
import org.v2xscms.crypto.certificate.Forms;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.certificate.WireSignature;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.sign.Signer;
import org.v2xscms.crypto.sign.SigningInput;

/**
 * The signature of signed data (IEEE 1609.2-2022 5.3.1, 6.3.4): over Hash(Hash(tbsData) ‖ Hash(signer's certificate)), both
 * canonical; senders in the field also sign the octets as they send them, so a verifier tries both.
 *
 * <p>SM2 is taken as deployed Chinese systems use it: the identity is the SM3 hash of the signer's certificate.
 */
public final class MessageSignature {

    private MessageSignature() {}

    /** What is signed, beyond the structure itself. */
    public record Signed(
            Encoded<ToBeSignedData> tbsData, @Nullable Octets omittedPayload) {

        /** Data that carries its payload or the hash of it. */
        public static Signed of(Encoded<ToBeSignedData> tbsData) {
            return new Signed(tbsData, null);
        }

        /** Whether the payload is given where the structure says that it was left out, and only there. */
        private boolean isComplete() {
            return (tbsData.value().payload().omitted() == null) == (omittedPayload == null);
        }

        /** Where the payload is left out, its hash follows the structure (6.3.7). */
        private Octets input(HashFunction function, Encoded<ToBeSignedData> form) {
            return omittedPayload == null
                    ? form.octets()
                    : Octets.concat(
                            form.octets(), function.digest(omittedPayload).value());
        }

        private Forms forms(HashFunction function) {
            return new Forms(input(function, CanonicalForm.ofToBeSignedData(tbsData)), input(function, tbsData));
        }
    }

    /** The form under which the signature verifies; empty where it does under none. */
    public static Optional<HashedForm> verify(
            SignedData data, HashedCertificate signer, PublicPoint key, SignatureVerifier verifier) {
        return verify(data, Signed.of(data.tbsData()), Forms.of(signer), key, verifier);
    }

    /** Like the four-argument form, for data whose payload was left out and came by other means. */
    public static Optional<HashedForm> verify(
            SignedData data,
            Octets omittedPayload,
            HashedCertificate signer,
            PublicPoint key,
            SignatureVerifier verifier) {
        return verify(data, new Signed(data.tbsData(), omittedPayload), Forms.of(signer), key, verifier);
    }

    /** The form under which data signed by {@code self} verifies with the key that is part of it. */
    public static Optional<HashedForm> verifySelfSigned(SignedData data, PublicPoint key, SignatureVerifier verifier) {
        return verify(data, Signed.of(data.tbsData()), Forms.EMPTY, key, verifier);
    }

    private static Optional<HashedForm> verify(
            SignedData data, Signed signed, Forms signer, PublicPoint key, SignatureVerifier verifier) {
        if (!signed.isComplete()) {
            return Optional.empty();
        }
        HashFunction function = HashFunction.of(data.hashId());
        return WireSignature.of(data.signature())
                .filter(signature -> signature.curve() == key.curve())
                .flatMap(signature -> Forms.search(
                        signed.forms(function),
                        signer,
                        (input, signerInput) -> verifier.verify(
                                        key, digest(function, key, input, signerInput), signature.value())
                                .isValid()));
    }

    /**
     * Signs with a certificate.
     *
     * @param identifier how the receiver finds the certificate: its digest, or itself
     */
    public static SignedData sign(
            ToBeSignedData tbsData, HashedCertificate certificate, SignerIdentifier identifier, Signer signer) {
        return sign(signed(tbsData, null), certificate.octets(HashedForm.CANONICAL), identifier, signer);
    }

    /**
     * Like the four-argument form, for data whose payload is left out.
     *
     * @param tbsData says so by {@code payload.omitted}
     * @param omittedPayload the octets that the receiver has by other means; which ones, the application says
     */
    public static SignedData sign(
            ToBeSignedData tbsData,
            Octets omittedPayload,
            HashedCertificate certificate,
            SignerIdentifier identifier,
            Signer signer) {
        return sign(signed(tbsData, omittedPayload), certificate.octets(HashedForm.CANONICAL), identifier, signer);
    }

    /** Signs with the key that is part of the data. */
    public static SignedData selfSign(ToBeSignedData tbsData, Signer signer) {
        return sign(signed(tbsData, null), Octets.EMPTY, new SignerIdentifier.Self(), signer);
    }

    private static Signed signed(ToBeSignedData tbsData, @Nullable Octets omittedPayload) {
        Signed signed = new Signed(Encoded.of(ToBeSignedData.CODEC, tbsData), omittedPayload);
        if (!signed.isComplete()) {
            throw new IllegalArgumentException(
                    omittedPayload == null
                            ? "the payload is left out, but its octets are not given"
                            : "octets of a payload that the structure does not leave out");
        }
        return signed;
    }

    private static SignedData sign(Signed signed, Octets signerInput, SignerIdentifier identifier, Signer signer) {
        HashFunction function = signer.publicKey().curve().hash();
        Octets input = signed.forms(function).canonical();
        Digest digest = digest(function, signer.publicKey(), input, signerInput);
        WireSignature signature = new WireSignature(signer.publicKey().curve(), signer.sign(digest));
        return new SignedData(function.algorithm(), signed.tbsData(), identifier, signature.toSignature());
    }

    private static Digest digest(HashFunction function, PublicPoint key, Octets input, Octets signerInput) {
        SigningInput rule = key.curve() == Curve.SM2
                ? new SigningInput.Sm2Identity(sm2Identity(signerInput))
                : new SigningInput.DoubleHash(function);
        return rule.digest(key, input, signerInput);
    }

    private static Octets sm2Identity(Octets signerInput) {
        return signerInput.isEmpty()
                ? SigningInput.CHINESE_SELF_SIGNED_IDENTITY
                : HashFunction.SM3.digest(signerInput).value();
    }
}
