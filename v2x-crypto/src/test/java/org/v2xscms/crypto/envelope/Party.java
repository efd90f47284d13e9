package org.v2xscms.crypto.envelope;

import java.util.stream.Stream;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.EncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.encrypt.SoftwareKeyAgreement;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.crypto.validation.Draft;

/** Someone to encrypt for in one of the ways there are: how a sender names them, and how they open. */
record Party(String kind, Recipient recipient, OpeningKey opening, SymmAlgorithm algorithm) {

    /** Every kind of recipient with a key of its own, on every curve that it exists for. */
    static Stream<Party> all() {
        SeededRandom random = new SeededRandom(42);
        Stream<Party> holders = Stream.of(Curve.NIST_P256, Curve.BRAINPOOL_P256R1, Curve.SM2)
                .flatMap(curve -> Stream.of(
                        holder(Curve.NIST_P256, KeyPair.generate(curve, random)),
                        sender(KeyPair.generate(curve, random)),
                        responseKey(KeyPair.generate(curve, random))));
        return Stream.concat(
                holders,
                Stream.of(SymmAlgorithm.values())
                        .map(algorithm -> SymmetricKey.generate(algorithm, random))
                        .map(key -> new Party(
                                "symmRecipInfo",
                                new Recipient.SharedKey(key),
                                new OpeningKey.Symmetric(key),
                                key.algorithm())));
    }

    static Party holder(Curve signing, KeyPair keys) {
        Draft root = Draft.root();
        Draft draft = Draft.endEntity(signing);
        draft.encryptionKey = publicKey(keys.publicKey());
        HashedCertificate certificate = draft.signedBy(root, root.signedBySelf());
        return new Party(
                "certRecipInfo " + keys.curve(),
                new Recipient.Holder(certificate),
                new OpeningKey.OfCertificate(certificate, secret(keys)),
                cipher(keys.curve()));
    }

    static Party sender(KeyPair keys) {
        Encoded<Ieee1609Dot2Data> data = carrying(publicKey(keys.publicKey()));
        return new Party(
                "signedDataRecipInfo " + keys.curve(),
                new Recipient.Sender(data, publicKey(keys.publicKey())),
                new OpeningKey.OfSignedData(data, secret(keys)),
                cipher(keys.curve()));
    }

    static Party responseKey(KeyPair keys) {
        return new Party(
                "rekRecipInfo " + keys.curve(),
                new Recipient.ResponseKey(publicKey(keys.publicKey())),
                new OpeningKey.OfResponseKey(publicKey(keys.publicKey()), secret(keys)),
                cipher(keys.curve()));
    }

    /** Signed data with {@code key} in its header. */
    private static Encoded<Ieee1609Dot2Data> carrying(PublicEncryptionKey key) {
        HeaderInfo header = new HeaderInfo(
                new Psid(32),
                null,
                null,
                null,
                null,
                null,
                new EncryptionKey.Public(key),
                null,
                null,
                null,
                null,
                Additions.NONE);
        SignedDataPayload payload =
                SignedDataPayload.of(Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(Octets.ofHex("00"))));
        return Encoded.of(
                Ieee1609Dot2Data.CODEC,
                Ieee1609Dot2Data.of(MessageSignature.selfSign(
                        new ToBeSignedData(payload, header), SoftwareSigner.deterministic(Draft.endEntity().keys))));
    }

    static PublicEncryptionKey publicKey(PublicPoint point) {
        return new PublicEncryptionKey(cipher(point.curve()), CurvePoints.encryptionKey(point));
    }

    static PrivateDecryptionKey secret(KeyPair keys) {
        return keys.curve() == Curve.SM2
                ? new PrivateDecryptionKey.Sm2(keys.privateKey())
                : new PrivateDecryptionKey.Ecies(new SoftwareKeyAgreement(keys));
    }

    private static SymmAlgorithm cipher(Curve curve) {
        return curve == Curve.SM2 ? SymmAlgorithm.SM4_CCM : SymmAlgorithm.AES128_CCM;
    }

    @Override
    public String toString() {
        return kind + " " + algorithm;
    }
}
