package org.v2xscms.crypto.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.EncryptedDataEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.One28BitCcmCiphertext;
import org.v2xscms.codec.ieee1609dot2.PKRecipientInfo;
import org.v2xscms.codec.ieee1609dot2.RecipientInfo;
import org.v2xscms.codec.ieee1609dot2.SymmetricCiphertext;
import org.v2xscms.codec.ieee1609dot2.basetypes.BasePublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.EcencP256EncryptedKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.EciesP256EncryptedKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.encrypt.Ecies;
import org.v2xscms.crypto.encrypt.EciesParameter;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.encrypt.WrappedKey;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.validation.Draft;

class EnvelopeTest {

    private static final Octets PLAINTEXT = Octets.ofHex("0380056675747572");
    private static final String NONE_OF_384_BITS = "NIST_P384|BRAINPOOL_P384R1";

    private final SeededRandom random = new SeededRandom(41);

    private EncryptedData seal(Party... parties) {
        return Envelope.seal(
                PLAINTEXT, Stream.of(parties).map(Party::recipient).toList(), parties[0].algorithm(), random);
    }

    private static void assertOpens(EncryptedData data, OpeningKey key) {
        Opening.Opened opened = assertInstanceOf(Opening.Opened.class, Envelope.open(data, key));
        assertEquals(PLAINTEXT, opened.plaintext());
    }

    private static void assertRefuses(EncryptedData data, OpeningKey key) {
        assertInstanceOf(Opening.Refused.class, Envelope.open(data, key));
    }

    @ParameterizedTest
    @MethodSource("org.v2xscms.crypto.envelope.Party#all")
    void opensWhatWasSealedAndSent(Party party) throws DecodeException {
        Octets sent = Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(seal(party)));
        Ieee1609Dot2Data received =
                Ieee1609Dot2Data.CODEC.decode(sent, Reading.STRICT).value();
        assertOpens(assertInstanceOf(EncryptedData.class, received.content()), party.opening());
    }

    @ParameterizedTest
    @MethodSource("org.v2xscms.crypto.envelope.Party#all")
    void otherPartiesAreNotNamed(Party party) {
        EncryptedData data = seal(party);
        Party.all()
                .filter(other -> !other.opening().equals(party.opening()))
                .filter(other -> !other.toString().equals(party.toString()))
                .forEach(other -> assertInstanceOf(Opening.NotForThisKey.class, Envelope.open(data, other.opening())));
        KeyPair strange = KeyPair.generate(Curve.NIST_P256, random);
        assertInstanceOf(
                Opening.NotForThisKey.class,
                Envelope.open(data, Party.responseKey(strange).opening()));
        assertInstanceOf(
                Opening.NotForThisKey.class,
                Envelope.open(data, new OpeningKey.Symmetric(SymmetricKey.generate(SymmAlgorithm.AES128_CCM, random))));
    }

    @Test
    void eachOfSeveralRecipientsOpens() {
        List<Party> aes = Party.all()
                .filter(party -> party.algorithm() == SymmAlgorithm.AES128_CCM)
                .toList();
        assertEquals(7, aes.size());
        EncryptedData data = seal(aes.toArray(Party[]::new));
        assertEquals(7, data.recipients().size());
        aes.forEach(party -> assertOpens(data, party.opening()));
    }

    @ParameterizedTest
    @MethodSource("org.v2xscms.crypto.envelope.Party#all")
    void changedNonceCiphertextOrTagIsRefused(Party party) {
        EncryptedData data = seal(party);
        assertRefuses(
                with(data, ccm -> new One28BitCcmCiphertext(flipped(ccm.nonce(), 0), ccm.ccmCiphertext())),
                party.opening());
        assertRefuses(withCiphertext(data, octets -> flipped(octets, 0)), party.opening());
        assertRefuses(withCiphertext(data, octets -> flipped(octets, octets.length() - 1)), party.opening());
        assertRefuses(withCiphertext(data, octets -> octets.slice(0, octets.length() - 1)), party.opening());
        assertRefuses(withCiphertext(data, octets -> octets.slice(0, 15)), party.opening());
    }

    private static EncryptedData withCiphertext(EncryptedData data, UnaryOperator<Octets> change) {
        return with(data, ccm -> new One28BitCcmCiphertext(ccm.nonce(), change.apply(ccm.ccmCiphertext())));
    }

    private static EncryptedData with(EncryptedData data, UnaryOperator<One28BitCcmCiphertext> change) {
        SymmetricCiphertext changed = switch (data.ciphertext()) {
            case SymmetricCiphertext.Aes128Ccm(var ccm) -> new SymmetricCiphertext.Aes128Ccm(change.apply(ccm));
            case SymmetricCiphertext.Sm4Ccm(var ccm) -> new SymmetricCiphertext.Sm4Ccm(change.apply(ccm));
            case SymmetricCiphertext.Unknown unknown -> unknown;
        };
        return new EncryptedData(data.recipients(), changed);
    }

    @ParameterizedTest
    @EnumSource(value = Curve.class, mode = EnumSource.Mode.MATCH_NONE, names = NONE_OF_384_BITS)
    void changedWrappedKeyIsRefused(Curve curve) {
        Party party = Party.responseKey(KeyPair.generate(curve, random));
        EncryptedData data = seal(party);
        Wrapped key = Wrapped.in(data);
        assertOpens(key.into(data), party.opening());
        EccP256CurvePoint otherPoint =
                CurvePoints.p256(KeyPair.generate(curve, random).publicKey());
        assertRefuses(new Wrapped(otherPoint, key.c, key.t, key.curve).into(data), party.opening());
        assertRefuses(
                new Wrapped(new EccP256CurvePoint.XOnly(x(key.v)), key.c, key.t, key.curve).into(data),
                party.opening());
        assertRefuses(new Wrapped(key.v, flipped(key.c, 0), key.t, key.curve).into(data), party.opening());
        assertRefuses(new Wrapped(key.v, key.c, flipped(key.t, 15), key.curve).into(data), party.opening());
        for (Curve other : List.of(Curve.NIST_P256, Curve.BRAINPOOL_P256R1, Curve.SM2)) {
            if (other != curve && key.t.length() == (other == Curve.SM2 ? 32 : 16)) {
                assertRefuses(new Wrapped(key.v, key.c, key.t, other).into(data), party.opening());
            }
        }
    }

    private static Octets x(EccP256CurvePoint point) {
        return switch (point) {
            case EccP256CurvePoint.CompressedY0 p -> p.x();
            case EccP256CurvePoint.CompressedY1 p -> p.x();
            default -> throw new AssertionError(point);
        };
    }

    /** The one rekRecipInfo of an envelope, taken apart. */
    private record Wrapped(EccP256CurvePoint v, Octets c, Octets t, Curve curve) {

        static Wrapped in(EncryptedData data) {
            RecipientInfo.RekRecipInfo entry = assertInstanceOf(
                    RecipientInfo.RekRecipInfo.class, data.recipients().getFirst());
            return switch (entry.value().encKey()) {
                case EncryptedDataEncryptionKey.EciesNistP256(var k) ->
                    new Wrapped(k.v(), k.c(), k.t(), Curve.NIST_P256);
                case EncryptedDataEncryptionKey.EciesBrainpoolP256r1(var k) ->
                    new Wrapped(k.v(), k.c(), k.t(), Curve.BRAINPOOL_P256R1);
                case EncryptedDataEncryptionKey.EcencSm2256(var k) -> new Wrapped(k.v(), k.c(), k.t(), Curve.SM2);
                case EncryptedDataEncryptionKey.Unknown unknown -> throw new AssertionError(unknown);
            };
        }

        EncryptedData into(EncryptedData data) {
            RecipientInfo.RekRecipInfo entry = assertInstanceOf(
                    RecipientInfo.RekRecipInfo.class, data.recipients().getFirst());
            EncryptedDataEncryptionKey key = curve == Curve.SM2
                    ? new EncryptedDataEncryptionKey.EcencSm2256(new EcencP256EncryptedKey(v, c, t))
                    : ecies(curve, new EciesP256EncryptedKey(v, c, t));
            return new EncryptedData(
                    List.of(new RecipientInfo.RekRecipInfo(
                            new PKRecipientInfo(entry.value().recipientId(), key))),
                    data.ciphertext());
        }

        private static EncryptedDataEncryptionKey ecies(Curve curve, EciesP256EncryptedKey key) {
            return curve == Curve.NIST_P256
                    ? new EncryptedDataEncryptionKey.EciesNistP256(key)
                    : new EncryptedDataEncryptionKey.EciesBrainpoolP256r1(key);
        }
    }

    /** The entry names the certificate, and another private key cannot open it. */
    @ParameterizedTest
    @EnumSource(value = Curve.class, mode = EnumSource.Mode.MATCH_NONE, names = NONE_OF_384_BITS)
    void otherPrivateKeyForTheSameCertificateIsRefused(Curve curve) {
        Party party = Party.holder(Curve.NIST_P256, KeyPair.generate(curve, random));
        OpeningKey.OfCertificate right = assertInstanceOf(OpeningKey.OfCertificate.class, party.opening());
        OpeningKey wrong =
                new OpeningKey.OfCertificate(right.certificate(), Party.secret(KeyPair.generate(curve, random)));
        assertRefuses(seal(party), wrong);
    }

    /** By the standard P1 is the SHA-384 hash of such a certificate; deployed senders take SHA-256 for every one. */
    @ParameterizedTest
    @EnumSource(
            value = HashFunction.class,
            names = {"SHA256", "SHA384"})
    void holderOfA384BitSigningKeyOpensWithEitherHashInP1(HashFunction function) {
        KeyPair keys = KeyPair.generate(Curve.NIST_P256, random);
        Party party = Party.holder(Curve.NIST_P384, keys);
        HashedCertificate certificate =
                assertInstanceOf(Recipient.Holder.class, party.recipient()).certificate();
        assertEquals(HashFunction.SHA384, certificate.hash().algorithm());
        SymmetricKey dataKey = SymmetricKey.generate(SymmAlgorithm.AES128_CCM, random);
        WrappedKey wrapped = Ecies.wrap(
                dataKey.octets(),
                keys.publicKey(),
                EciesParameter.ofCertificate(certificate.hashWith(function)),
                random);
        RecipientInfo entry = new RecipientInfo.CertRecipInfo(new PKRecipientInfo(
                certificate.id(),
                new EncryptedDataEncryptionKey.EciesNistP256(
                        new EciesP256EncryptedKey(CurvePoints.p256(wrapped.v()), wrapped.c(), wrapped.t()))));
        SymmetricCiphertext ciphertext =
                Envelope.seal(PLAINTEXT, dataKey, random).ciphertext();
        assertOpens(new EncryptedData(List.of(entry), ciphertext), party.opening());
        assertOpens(seal(party), party.opening());
    }

    @ParameterizedTest
    @EnumSource(SymmAlgorithm.class)
    void responseUnderTheKeyOfTheRequest(SymmAlgorithm algorithm) {
        Curve curve = algorithm == SymmAlgorithm.SM4_CCM ? Curve.SM2 : Curve.NIST_P256;
        Party server = Party.responseKey(KeyPair.generate(curve, random));
        SymmetricKey kept = SymmetricKey.generate(algorithm, random);
        EncryptedData request = Envelope.seal(PLAINTEXT, List.of(server.recipient()), kept, random);
        Opening.Opened opened = assertInstanceOf(Opening.Opened.class, Envelope.open(request, server.opening()));
        assertEquals(kept.octets(), opened.dataKey().octets());

        EncryptedData response = Envelope.seal(PLAINTEXT, opened.dataKey(), random);
        assertInstanceOf(RecipientInfo.PskRecipInfo.class, response.recipients().getFirst());
        assertOpens(response, new OpeningKey.Symmetric(kept));
        assertInstanceOf(Opening.NotForThisKey.class, Envelope.open(response, server.opening()));
    }

    /** Figures: a SymmetricEncryptionKey is 80 and the key for AES, 81, a length and the key for SM4. */
    @Test
    void preSharedKeyIsNamedByTheHashOfItsStructure() {
        for (String head : List.of("80", "8110")) {
            SymmAlgorithm algorithm = head.equals("80") ? SymmAlgorithm.AES128_CCM : SymmAlgorithm.SM4_CCM;
            SymmetricKey key = SymmetricKey.generate(algorithm, random);
            Octets structure = Octets.concat(Octets.ofHex(head), key.octets().disclose());
            RecipientInfo expected = new RecipientInfo.PskRecipInfo(
                    HashedId8.of(HashFunction.SHA256.digest(structure).value()));
            assertEquals(
                    List.of(expected), Envelope.seal(PLAINTEXT, key, random).recipients());
        }
    }

    @Test
    void responseKeyIsNamedByTheHashOfItsCompressedForm() {
        PublicPoint point = KeyPair.generate(Curve.NIST_P256, random).publicKey();
        PublicEncryptionKey uncompressed = new PublicEncryptionKey(
                SymmAlgorithm.AES128_CCM,
                new BasePublicEncryptionKey.EciesNistP256(
                        new EccP256CurvePoint.UncompressedP256(point.x(), point.y())));
        Octets compressed = PublicEncryptionKey.CODEC.encode(Party.publicKey(point));
        EncryptedData data = Envelope.seal(
                PLAINTEXT, List.of(new Recipient.ResponseKey(uncompressed)), SymmAlgorithm.AES128_CCM, random);
        assertEquals(
                HashedId8.of(HashFunction.SHA256.digest(compressed).value()),
                assertInstanceOf(
                                RecipientInfo.RekRecipInfo.class,
                                data.recipients().getFirst())
                        .value()
                        .recipientId());
    }

    @Test
    void aesKeysAreNotWrappedForSm2NorSm4KeysForOtherCurves() {
        Party chinese = Party.responseKey(KeyPair.generate(Curve.SM2, random));
        Party american = Party.responseKey(KeyPair.generate(Curve.NIST_P256, random));
        for (SymmAlgorithm algorithm : SymmAlgorithm.values()) {
            List<Recipient> both = List.of(american.recipient(), chinese.recipient());
            assertThrows(IllegalArgumentException.class, () -> Envelope.seal(PLAINTEXT, both, algorithm, random));
        }
    }

    @ParameterizedTest
    @MethodSource("org.v2xscms.crypto.envelope.Party#all")
    void ciphertextRelabelledAsTheOtherCiphersIsRefused(Party party) {
        EncryptedData data = seal(party);
        SymmetricCiphertext relabelled = switch (data.ciphertext()) {
            case SymmetricCiphertext.Aes128Ccm(var ccm) -> new SymmetricCiphertext.Sm4Ccm(ccm);
            case SymmetricCiphertext.Sm4Ccm(var ccm) -> new SymmetricCiphertext.Aes128Ccm(ccm);
            case SymmetricCiphertext.Unknown unknown -> unknown;
        };
        assertRefuses(new EncryptedData(data.recipients(), relabelled), party.opening());
    }

    @Test
    void certificateWithoutEncryptionKeyIsNoRecipient() {
        Recipient holder = new Recipient.Holder(Draft.root().signedBySelf());
        assertThrows(
                IllegalArgumentException.class,
                () -> Envelope.seal(PLAINTEXT, List.of(holder), SymmAlgorithm.AES128_CCM, random));
    }

    private static Octets flipped(Octets octets, int index) {
        byte[] bytes = octets.toByteArray();
        bytes[index] ^= 1;
        return Octets.of(bytes);
    }
}
