package org.v2xscms.crypto.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.ieee1609dot2.HashedData;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.BasePublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.EncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId32;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Null;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.certificate.WireSignature;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.crypto.sign.SigningInput;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.crypto.validation.Draft;

class MessageSignatureTest {

    private static final Optional<HashedForm> REFUSED = Optional.empty();
    private static final Optional<HashedForm> CANONICAL = Optional.of(HashedForm.CANONICAL);
    private static final Optional<HashedForm> AS_SENT = Optional.of(HashedForm.AS_SENT);
    private static final ToBeSignedData HELLO = SampleMessages.of(SampleMessages.payload("68656c6c6f"));

    private static final SignedDataPayload LEFT_OUT = new SignedDataPayload(null, null, Null.NULL, Additions.NONE);

    private final Draft root = Draft.root();
    private final Draft sender = Draft.endEntity();
    private final HashedCertificate certificate = sender.signedBy(root, root.signedBySelf());

    private SignedData signed(ToBeSignedData data) {
        return MessageSignature.sign(
                data,
                certificate,
                new SignerIdentifier.Digest(certificate.id()),
                SoftwareSigner.deterministic(sender.keys));
    }

    private Optional<HashedForm> verify(SignedData data) {
        return verify(data, certificate, sender.keys.publicKey());
    }

    private static Optional<HashedForm> verify(SignedData data, HashedCertificate signer, PublicPoint key) {
        return MessageSignature.verify(data, signer, key, new BouncyCastleVerifier());
    }

    /** The data as a receiver has it. */
    private static SignedData received(SignedData sent) throws DecodeException {
        Octets octets = Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(sent));
        return (SignedData)
                Ieee1609Dot2Data.CODEC.decode(octets, Reading.STRICT).value().content();
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void signedByDigestAndCertificateOnEveryCurve(Curve curve) throws DecodeException {
        Draft holder = Draft.endEntity(curve);
        HashedCertificate its = holder.signedBy(root, root.signedBySelf());
        for (SignerIdentifier identifier : List.of(
                new SignerIdentifier.Digest(its.id()), new SignerIdentifier.Certificates(List.of(its.encoded())))) {
            SignedData data =
                    received(MessageSignature.sign(HELLO, its, identifier, SoftwareSigner.deterministic(holder.keys)));
            assertEquals(identifier, data.signer());
            assertEquals(curve.hash().algorithm(), data.hashId());
            assertEquals(CANONICAL, verify(data, its, holder.keys.publicKey()));
        }
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void signedBySelfHasNoSignerInput(Curve curve) throws DecodeException {
        KeyPair keys = KeyPair.generate(curve, new SeededRandom(31));
        SignedData data = received(MessageSignature.selfSign(HELLO, SoftwareSigner.deterministic(keys)));
        assertEquals(new SignerIdentifier.Self(), data.signer());
        assertEquals(CANONICAL, MessageSignature.verifySelfSigned(data, keys.publicKey(), new BouncyCastleVerifier()));
        assertEquals(REFUSED, verify(data, certificate, keys.publicKey()));
    }

    @Test
    void dataSignedWithACertificateIsNotSelfSigned() {
        assertEquals(
                REFUSED,
                MessageSignature.verifySelfSigned(signed(HELLO), sender.keys.publicKey(), new BouncyCastleVerifier()));
    }

    @Test
    void hashOfExternalDataIsSigned() throws DecodeException {
        SignedData data = received(signed(SampleMessages.of(external("01"))));
        assertEquals(CANONICAL, verify(data));
        assertEquals(REFUSED, verify(with(data, SampleMessages.of(external("02")))));
    }

    private static SignedDataPayload external(String hex) {
        HashedId32 hash =
                new HashedId32(HashFunction.SHA256.digest(Octets.ofHex(hex)).value());
        return new SignedDataPayload(null, new HashedData.Sha256HashedData(hash), null, Additions.NONE);
    }

    /** Ieee1609Dot2, SignedData: the hash of an omitted payload follows the structure in what is hashed. */
    @Test
    void hashOfAnOmittedPayloadIsSignedBehindTheStructure() {
        Octets payload = Octets.ofHex("cafe");
        Encoded<ToBeSignedData> tbsData = Encoded.of(ToBeSignedData.CODEC, SampleMessages.of(LEFT_OUT));
        Octets input = Octets.concat(
                tbsData.octets(), HashFunction.SHA256.digest(payload).value());
        SignedData data = signedOver(tbsData, input);
        assertEquals(CANONICAL, verifyOmitted(data, payload));
        assertEquals(REFUSED, verifyOmitted(data, Octets.ofHex("caff")));
        assertEquals(REFUSED, verify(data));
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void omittedPayloadIsSignedOnEveryCurve(Curve curve) throws DecodeException {
        Draft holder = Draft.endEntity(curve);
        HashedCertificate its = holder.signedBy(root, root.signedBySelf());
        Octets payload = Octets.ofHex("cafe");
        SignedData data = received(MessageSignature.sign(
                SampleMessages.of(LEFT_OUT),
                payload,
                its,
                new SignerIdentifier.Digest(its.id()),
                SoftwareSigner.deterministic(holder.keys)));
        var verifier = new BouncyCastleVerifier();
        PublicPoint key = holder.keys.publicKey();
        assertEquals(CANONICAL, MessageSignature.verify(data, payload, its, key, verifier));
        assertEquals(REFUSED, MessageSignature.verify(data, Octets.ofHex("caff"), its, key, verifier));
        assertEquals(REFUSED, verify(data, its, key));
    }

    @Test
    void signatureOfAnOmittedPayloadIsTheOneOverStructureAndHash() {
        Octets payload = Octets.ofHex("cafe");
        Encoded<ToBeSignedData> tbsData = Encoded.of(ToBeSignedData.CODEC, SampleMessages.of(LEFT_OUT));
        Octets input = Octets.concat(
                tbsData.octets(), HashFunction.SHA256.digest(payload).value());
        assertEquals(
                signedOver(tbsData, input).signature(),
                signedWithout(SampleMessages.of(LEFT_OUT), payload).signature());
    }

    /** The structure says whether the payload is left out; its octets are given in that case and in no other. */
    @Test
    void octetsOfThePayloadAreGivenWhereItIsLeftOutAndOnlyThere() {
        Octets payload = Octets.ofHex("cafe");
        assertThrows(IllegalArgumentException.class, () -> signed(SampleMessages.of(LEFT_OUT)));
        assertThrows(IllegalArgumentException.class, () -> signedWithout(HELLO, payload));
        Encoded<ToBeSignedData> hello = Encoded.of(ToBeSignedData.CODEC, HELLO);
        Encoded<ToBeSignedData> leftOut = Encoded.of(ToBeSignedData.CODEC, SampleMessages.of(LEFT_OUT));
        Octets hash = HashFunction.SHA256.digest(payload).value();
        assertEquals(REFUSED, verifyOmitted(signedOver(hello, Octets.concat(hello.octets(), hash)), payload));
        assertEquals(REFUSED, verify(signedOver(leftOut, leftOut.octets())));
    }

    private SignedData signedWithout(ToBeSignedData data, Octets payload) {
        return MessageSignature.sign(
                data,
                payload,
                certificate,
                new SignerIdentifier.Digest(certificate.id()),
                SoftwareSigner.deterministic(sender.keys));
    }

    private Optional<HashedForm> verifyOmitted(SignedData data, Octets payload) {
        return MessageSignature.verify(data, payload, certificate, sender.keys.publicKey(), new BouncyCastleVerifier());
    }

    /** Signed by the sender over {@code input}, whatever the data is. */
    private SignedData signedOver(Encoded<ToBeSignedData> tbsData, Octets input) {
        Digest digest = new SigningInput.DoubleHash(HashFunction.SHA256)
                .digest(input, certificate.octets(HashedForm.CANONICAL));
        WireSignature signature = new WireSignature(
                Curve.NIST_P256, SoftwareSigner.deterministic(sender.keys).sign(digest));
        return new SignedData(
                HashAlgorithm.SHA256, tbsData, new SignerIdentifier.Digest(certificate.id()), signature.toSignature());
    }

    @Test
    void uncompressedKeyInTheHeaderIsHashedCompressed() throws DecodeException {
        ToBeSignedData uncompressed = withKey(true);
        SignedData data = received(signed(uncompressed));
        assertEquals(uncompressed, data.tbsData().value());
        assertEquals(CANONICAL, verify(data));
        Octets compressed = ToBeSignedData.CODEC.encode(withKey(false));
        assertNotEquals(compressed, data.tbsData().octets());
        assertEquals(data.signature(), signedOver(data.tbsData(), compressed).signature());
    }

    @Test
    void uncompressedKeyInTheHeaderHashedAsSentIsToldApart() {
        Encoded<ToBeSignedData> sent = Encoded.of(ToBeSignedData.CODEC, withKey(true));
        assertEquals(AS_SENT, verify(signedOver(sent, sent.octets())));
    }

    private static ToBeSignedData withKey(boolean uncompressed) {
        PublicPoint point =
                KeyPair.generate(Curve.NIST_P256, new SeededRandom(32)).publicKey();
        EccP256CurvePoint wire =
                uncompressed ? new EccP256CurvePoint.UncompressedP256(point.x(), point.y()) : CurvePoints.p256(point);
        EncryptionKey key = new EncryptionKey.Public(
                new PublicEncryptionKey(SymmAlgorithm.AES128_CCM, new BasePublicEncryptionKey.EciesNistP256(wire)));
        return new ToBeSignedData(SampleMessages.payload("00"), SampleMessages.header(key));
    }

    @Test
    void eachChangedPartIsRefused() {
        SignedData data = signed(HELLO);
        assertEquals(CANONICAL, verify(data));
        assertEquals(REFUSED, verify(with(data, SampleMessages.of(SampleMessages.payload("68656c6c6e")))));
        HeaderInfo otherPsid = HeaderInfo.of(new Psid(33));
        assertEquals(REFUSED, verify(with(data, new ToBeSignedData(HELLO.payload(), otherPsid))));
        HeaderInfo timed = SampleMessages.header(SampleMessages.PSID, new Time64(1), null, null);
        assertEquals(REFUSED, verify(with(data, new ToBeSignedData(HELLO.payload(), timed))));
        EcSignature signature = WireSignature.of(data.signature()).orElseThrow().value();
        assertEquals(REFUSED, verify(with(data, EcSignature.of(flipped(signature.r()), signature.s()))));
        assertEquals(REFUSED, verify(with(data, EcSignature.of(signature.r(), flipped(signature.s())))));
        assertEquals(
                REFUSED, verify(new SignedData(HashAlgorithm.SHA384, data.tbsData(), data.signer(), data.signature())));
    }

    @Test
    void signatureIsBoundToTheCertificateOfTheKey() {
        SignedData data = signed(HELLO);
        sender.crlSeries = 9;
        HashedCertificate other = sender.signedBy(root, root.signedBySelf());
        assertEquals(REFUSED, verify(data, other, sender.keys.publicKey()));
        assertEquals(REFUSED, verify(data, certificate, root.keys.publicKey()));
        PublicPoint onAnotherCurve =
                Draft.endEntity(Curve.BRAINPOOL_P256R1).keys.publicKey();
        assertEquals(REFUSED, verify(data, certificate, onAnotherCurve));
    }

    private static SignedData with(SignedData data, ToBeSignedData changed) {
        return new SignedData(
                data.hashId(), Encoded.of(ToBeSignedData.CODEC, changed), data.signer(), data.signature());
    }

    private static SignedData with(SignedData data, EcSignature changed) {
        return new SignedData(
                data.hashId(),
                data.tbsData(),
                data.signer(),
                new WireSignature(Curve.NIST_P256, changed).toSignature());
    }

    private static Octets flipped(Octets octets) {
        byte[] bytes = octets.toByteArray();
        bytes[bytes.length - 1] ^= 1;
        return Octets.of(bytes);
    }
}
