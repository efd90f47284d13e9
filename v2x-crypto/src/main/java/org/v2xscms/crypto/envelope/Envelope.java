package org.v2xscms.crypto.envelope;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.EncryptedDataEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.One28BitCcmCiphertext;
import org.v2xscms.codec.ieee1609dot2.PKRecipientInfo;
import org.v2xscms.codec.ieee1609dot2.RecipientInfo;
import org.v2xscms.codec.ieee1609dot2.SymmRecipientInfo;
import org.v2xscms.codec.ieee1609dot2.SymmetricCiphertext;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.EcencP256EncryptedKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.EciesP256EncryptedKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.encrypt.Ccm;
import org.v2xscms.crypto.encrypt.Ecies;
import org.v2xscms.crypto.encrypt.EciesParameter;
import org.v2xscms.crypto.encrypt.Sm2Encryption;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.encrypt.WrappedKey;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * Encrypted data: the plaintext under a fresh data key in CCM, and for each recipient an entry with the data key (IEEE
 * 1609.2-2022 5.3.5, 5.3.8; Ieee1609Dot2, EncryptedData).
 *
 * <p>A data key wrapped with SM2 is one for SM4, a data key wrapped with ECIES one for AES; both kinds of recipients cannot
 * stand in one envelope.
 */
public final class Envelope {

    private Envelope() {}

    /**
     * Seals {@code plaintext} for {@code recipients} under a fresh key.
     *
     * @throws IllegalArgumentException where a recipient's certificate has no usable encryption key for {@code algorithm}
     */
    public static EncryptedData seal(
            Octets plaintext, List<Recipient> recipients, SymmAlgorithm algorithm, SecureRandom random) {
        try (SymmetricKey dataKey = SymmetricKey.generate(algorithm, random)) {
            return seal(plaintext, recipients, dataKey, random);
        }
    }

    /**
     * Seals {@code plaintext} for {@code recipients} under {@code dataKey}, which the sender keeps to open the response
     * that comes under it (pskRecipInfo).
     *
     * @throws IllegalArgumentException where a recipient's certificate has no encryption key usable with {@code dataKey}
     */
    public static EncryptedData seal(
            Octets plaintext, List<Recipient> recipients, SymmetricKey dataKey, SecureRandom random) {
        List<RecipientInfo> entries = recipients.stream()
                .map(recipient -> entry(recipient, dataKey, random))
                .toList();
        return new EncryptedData(entries, encrypt(plaintext, dataKey, random));
    }

    /** Seals {@code plaintext} under a key that the recipient has already, such as that of its request (pskRecipInfo). */
    public static EncryptedData seal(Octets plaintext, SymmetricKey preSharedKey, SecureRandom random) {
        RecipientInfo entry = new RecipientInfo.PskRecipInfo(KeyIds.of(preSharedKey));
        return new EncryptedData(List.of(entry), encrypt(plaintext, preSharedKey, random));
    }

    private static SymmetricCiphertext encrypt(Octets plaintext, SymmetricKey key, SecureRandom random) {
        byte[] fresh = new byte[Ccm.NONCE_OCTETS];
        random.nextBytes(fresh);
        Octets nonce = Octets.of(fresh);
        One28BitCcmCiphertext sealed = new One28BitCcmCiphertext(nonce, Ccm.seal(key, nonce, plaintext));
        return switch (key.algorithm()) {
            case AES128_CCM -> new SymmetricCiphertext.Aes128Ccm(sealed);
            case SM4_CCM -> new SymmetricCiphertext.Sm4Ccm(sealed);
        };
    }

    private static RecipientInfo entry(Recipient recipient, SymmetricKey dataKey, SecureRandom random) {
        return switch (recipient) {
            case Recipient.Holder(HashedCertificate certificate) -> {
                EciesParameter parameter = EciesParameter.ofCertificate(certificate.hash());
                yield new RecipientInfo.CertRecipInfo(new PKRecipientInfo(
                        certificate.id(), wrap(encryptionKey(certificate), parameter, dataKey, random)));
            }
            case Recipient.Sender(var signedData, PublicEncryptionKey key) -> {
                var hash = KeyIds.hashOf(signedData);
                yield new RecipientInfo.SignedDataRecipInfo(new PKRecipientInfo(
                        HashedId8.of(hash.value()), wrap(key, EciesParameter.ofSignedData(hash), dataKey, random)));
            }
            case Recipient.ResponseKey(PublicEncryptionKey key) ->
                new RecipientInfo.RekRecipInfo(
                        new PKRecipientInfo(KeyIds.of(key), wrap(key, EciesParameter.ofBareKey(), dataKey, random)));
            case Recipient.SharedKey(SymmetricKey key) ->
                new RecipientInfo.SymmRecipInfo(new SymmRecipientInfo(
                        KeyIds.of(key), encrypt(dataKey.octets().disclose(), key, random)));
        };
    }

    private static PublicEncryptionKey encryptionKey(HashedCertificate certificate) {
        PublicEncryptionKey key = certificate.certificate().toBeSigned().value().encryptionKey();
        if (key == null) {
            throw new IllegalArgumentException(certificate + " has no encryption key");
        }
        return key;
    }

    private static EncryptedDataEncryptionKey wrap(
            PublicEncryptionKey recipient, EciesParameter parameter, SymmetricKey dataKey, SecureRandom random) {
        PublicPoint point = CurvePoints.decode(recipient.publicKey()).orElseThrow();
        if ((point.curve() == Curve.SM2) != (dataKey.algorithm() == SymmAlgorithm.SM4_CCM)) {
            throw new IllegalArgumentException(
                    "a key for " + dataKey.algorithm() + " is not wrapped for a recipient on " + point.curve());
        }
        if (point.curve() == Curve.SM2) {
            WrappedKey key = Sm2Encryption.wrap(dataKey.octets(), point, random);
            return new EncryptedDataEncryptionKey.EcencSm2256(
                    new EcencP256EncryptedKey(CurvePoints.p256(key.v()), key.c(), key.t()));
        }
        WrappedKey key = Ecies.wrap(dataKey.octets(), point, parameter, random);
        EciesP256EncryptedKey wire = new EciesP256EncryptedKey(CurvePoints.p256(key.v()), key.c(), key.t());
        return point.curve() == Curve.NIST_P256
                ? new EncryptedDataEncryptionKey.EciesNistP256(wire)
                : new EncryptedDataEncryptionKey.EciesBrainpoolP256r1(wire);
    }

    /** Opens {@code data} with {@code key}. */
    public static Opening open(EncryptedData data, OpeningKey key) {
        boolean named = false;
        for (RecipientInfo entry : data.recipients()) {
            if (names(entry, key)) {
                named = true;
                for (SecretOctets candidate : dataKeys(entry, key)) {
                    SymmetricKey dataKey = new SymmetricKey(algorithm(data.ciphertext()), candidate);
                    Optional<Octets> plaintext = decrypt(data.ciphertext(), dataKey);
                    if (plaintext.isPresent()) {
                        return new Opening.Opened(plaintext.get(), dataKey);
                    }
                    dataKey.close();
                }
            }
        }
        return named ? new Opening.Refused() : new Opening.NotForThisKey();
    }

    private static boolean names(RecipientInfo entry, OpeningKey key) {
        return switch (key) {
            case OpeningKey.OfCertificate of ->
                entry instanceof RecipientInfo.CertRecipInfo(PKRecipientInfo info)
                        && of.certificate().isNamed(info.recipientId());
            case OpeningKey.OfSignedData of ->
                entry instanceof RecipientInfo.SignedDataRecipInfo(PKRecipientInfo info)
                        && info.recipientId()
                                .equals(HashedId8.of(
                                        KeyIds.hashOf(of.signedData()).value()));
            case OpeningKey.OfResponseKey of ->
                entry instanceof RecipientInfo.RekRecipInfo(PKRecipientInfo info)
                        && info.recipientId().equals(KeyIds.of(of.publicKey()));
            case OpeningKey.Symmetric(SymmetricKey symmetric) ->
                switch (entry) {
                    case RecipientInfo.PskRecipInfo(HashedId8 id) -> id.equals(KeyIds.of(symmetric));
                    case RecipientInfo.SymmRecipInfo(SymmRecipientInfo info) ->
                        info.recipientId().equals(KeyIds.of(symmetric));
                    default -> false;
                };
        };
    }

    /** What the data key may be: usually one candidate, none where the tag is wrong. */
    private static List<SecretOctets> dataKeys(RecipientInfo entry, OpeningKey key) {
        return switch (key) {
            case OpeningKey.OfCertificate(HashedCertificate certificate, PrivateDecryptionKey secret) ->
                unwrap(entry, secret, certificateParameters(certificate));
            case OpeningKey.OfSignedData(var signedData, PrivateDecryptionKey secret) ->
                unwrap(entry, secret, List.of(EciesParameter.ofSignedData(KeyIds.hashOf(signedData))));
            case OpeningKey.OfResponseKey of -> unwrap(entry, of.key(), List.of(EciesParameter.ofBareKey()));
            case OpeningKey.Symmetric(SymmetricKey symmetric) ->
                entry instanceof RecipientInfo.SymmRecipInfo(SymmRecipientInfo info)
                        ? decrypt(info.encKey(), symmetric)
                                .filter(octets -> octets.length() == 16)
                                .map(octets -> List.of(SecretOctets.wrap(octets.toByteArray())))
                                .orElse(List.of())
                        : List.of(SecretOctets.wrap(symmetric.octets().copy()));
        };
    }

    /**
     * P1 for a certificate: its hash by the standard, and for a 384-bit key also the SHA-256 hash, which deployed senders
     * use whatever the key is.
     */
    private static List<EciesParameter> certificateParameters(HashedCertificate certificate) {
        List<EciesParameter> parameters = new ArrayList<>();
        parameters.add(EciesParameter.ofCertificate(certificate.hash()));
        if (certificate.hash().algorithm() == HashFunction.SHA384) {
            parameters.add(EciesParameter.ofCertificate(certificate.hashWith(HashFunction.SHA256)));
        }
        return parameters;
    }

    private static List<SecretOctets> unwrap(
            RecipientInfo entry, PrivateDecryptionKey secret, List<EciesParameter> parameters) {
        EncryptedDataEncryptionKey wrapped = switch (entry) {
            case RecipientInfo.CertRecipInfo(PKRecipientInfo info) -> info.encKey();
            case RecipientInfo.SignedDataRecipInfo(PKRecipientInfo info) -> info.encKey();
            case RecipientInfo.RekRecipInfo(PKRecipientInfo info) -> info.encKey();
            case RecipientInfo.PskRecipInfo _, RecipientInfo.SymmRecipInfo _ ->
                throw new IllegalArgumentException("no public key entry");
        };
        Optional<WrappedKey> key = wrappedKey(wrapped);
        return switch (secret) {
            case PrivateDecryptionKey.Ecies(var agreement) ->
                parameters.stream()
                        .flatMap(parameter -> key.flatMap(k -> Ecies.unwrap(k, agreement, parameter)).stream())
                        .toList();
            case PrivateDecryptionKey.Sm2(var scalar) ->
                key.flatMap(k -> Sm2Encryption.unwrap(k, scalar)).stream().toList();
        };
    }

    private static Optional<WrappedKey> wrappedKey(EncryptedDataEncryptionKey key) {
        return switch (key) {
            case EncryptedDataEncryptionKey.EciesNistP256(EciesP256EncryptedKey k) ->
                wrappedKey(Curve.NIST_P256, k.v(), k.c(), k.t());
            case EncryptedDataEncryptionKey.EciesBrainpoolP256r1(EciesP256EncryptedKey k) ->
                wrappedKey(Curve.BRAINPOOL_P256R1, k.v(), k.c(), k.t());
            case EncryptedDataEncryptionKey.EcencSm2256(EcencP256EncryptedKey k) ->
                wrappedKey(Curve.SM2, k.v(), k.c(), k.t());
            case EncryptedDataEncryptionKey.Unknown _ -> Optional.empty();
        };
    }

    private static Optional<WrappedKey> wrappedKey(Curve curve, EccP256CurvePoint v, Octets c, Octets t) {
        return CurvePoints.decode(curve, v).asOptional().map(point -> new WrappedKey(point, c, t));
    }

    /** The cipher of the data key; whatever it is, an unknown ciphertext does not decrypt. */
    private static SymmAlgorithm algorithm(SymmetricCiphertext ciphertext) {
        return ciphertext instanceof SymmetricCiphertext.Sm4Ccm ? SymmAlgorithm.SM4_CCM : SymmAlgorithm.AES128_CCM;
    }

    private static Optional<Octets> decrypt(SymmetricCiphertext ciphertext, SymmetricKey key) {
        return switch (ciphertext) {
            case SymmetricCiphertext.Aes128Ccm(One28BitCcmCiphertext sealed) ->
                decrypt(SymmAlgorithm.AES128_CCM, sealed, key);
            case SymmetricCiphertext.Sm4Ccm(One28BitCcmCiphertext sealed) ->
                decrypt(SymmAlgorithm.SM4_CCM, sealed, key);
            case SymmetricCiphertext.Unknown _ -> Optional.empty();
        };
    }

    private static Optional<Octets> decrypt(SymmAlgorithm algorithm, One28BitCcmCiphertext sealed, SymmetricKey key) {
        return key.algorithm() == algorithm ? Ccm.open(key, sealed.nonce(), sealed.ccmCiphertext()) : Optional.empty();
    }
}
