package org.v2xscms.codec.flyweight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicVerificationKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.Signature;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/** The flyweight against the general codec: on real messages, and on what mutation makes of them. */
@SuppressWarnings("EnumOrdinal") // the constants stand in wire order, which is what is compared
class SignedDataViewAgreementTest {

    private static final int MUTATIONS_PER_MESSAGE = 600;

    private final SignedDataView spdu = new SignedDataView();

    @Test
    void realSignedMessagesAreKnownToTheFlyweight() throws DecodeException {
        for (Map.Entry<String, byte[]> message : SignedMessages.all().entrySet()) {
            byte[] octets = message.getValue();
            assertEquals(Outcome.OK, spdu.parse(octets, 0, octets.length), message.getKey());
            assertAgrees(octets);
        }
    }

    @Test
    void agreesOnMutatedRealMessages() throws DecodeException {
        var random = new Random(1609);
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        for (byte[] octets : SignedMessages.all().values()) {
            mutate(octets, random, outcomes);
        }
        assertEquals(Outcome.values().length, outcomes.size(), outcomes.toString());
    }

    @Test
    void agreesOnMutatedMessagesWithEveryPart() throws DecodeException {
        var random = new Random(2);
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        for (String hex : MessagesWithEveryPart.HEX) {
            byte[] octets = HexFormat.of().parseHex(hex);
            assertEquals(Outcome.OK, spdu.parse(octets, 0, octets.length), () -> hex + " at " + spdu.faultOffset());
            assertAgrees(octets);
            for (int i = 0; i < 20; i++) {
                mutate(octets, random, outcomes);
            }
        }
        assertEquals(Outcome.values().length, outcomes.size(), outcomes.toString());
    }

    private void mutate(byte[] octets, Random random, Map<Outcome, Integer> outcomes) throws DecodeException {
        for (int i = 0; i < MUTATIONS_PER_MESSAGE; i++) {
            byte[] mutated = Mutations.mutate(octets, random);
            Outcome outcome = spdu.parse(mutated, 0, mutated.length);
            outcomes.merge(outcome, 1, Integer::sum);
            switch (outcome) {
                case OK -> assertAgrees(mutated);
                case MALFORMED ->
                    assertThrows(
                            DecodeException.class,
                            () -> Ieee1609Dot2Data.CODEC.decode(mutated, Reading.AS_RECEIVED),
                            () -> HexFormat.of().formatHex(mutated) + " at " + spdu.faultOffset());
                case UNSUPPORTED -> {
                    // the general codec decides
                }
            }
        }
    }

    /** The flyweight has parsed {@code octets}: the general codec has to accept them and find the same. */
    private void assertAgrees(byte[] octets) throws DecodeException {
        Octets whole = Octets.of(octets);
        Ieee1609Dot2Data data =
                Ieee1609Dot2Data.CODEC.decode(whole, Reading.AS_RECEIVED).value();
        if (!(data.content() instanceof SignedData signed)) {
            fail("not signed data: " + whole);
            return;
        }
        assertEquals(HashAlgorithm.CODEC.encode(signed.hashId()).get(0), spdu.hashId());
        assertEquals(signed.tbsData().octets(), whole.slice(spdu.tbsDataOffset(), spdu.tbsDataEnd()));
        assertEquals(signed.unsecuredPayload().orElse(null), range(whole, spdu.payloadOffset(), spdu.payloadEnd()));
        assertHeader(signed.tbsData().value().headerInfo());
        switch (signed.signer()) {
            case SignerIdentifier.Digest(var digest) ->
                assertEquals(digest.octets().hex(), HexFormat.of().toHexDigits(spdu.signerDigest()));
            case SignerIdentifier.Certificates(var certificates) -> {
                assertTrue(spdu.signedByCertificate());
                assertEquals(1, certificates.size());
                assertCertificate(certificates.getFirst(), whole);
            }
            default -> fail("signer " + signed.signer());
        }
        assertSignature(signed.signature(), spdu.signature(), whole);
    }

    private void assertHeader(HeaderInfo header) {
        assertEquals(header.psid().value(), spdu.psid());
        assertEquals(header.generationTime() != null, spdu.hasGenerationTime());
        if (header.generationTime() != null) {
            assertEquals(header.generationTime().microseconds(), spdu.generationTime());
        }
        assertEquals(header.expiryTime() != null, spdu.hasExpiryTime());
        if (header.expiryTime() != null) {
            assertEquals(header.expiryTime().microseconds(), spdu.expiryTime());
        }
        assertEquals(header.generationLocation() != null, spdu.hasGenerationLocation());
        if (header.generationLocation() != null) {
            assertEquals(header.generationLocation().latitude().value(), spdu.latitude());
            assertEquals(header.generationLocation().longitude().value(), spdu.longitude());
            assertEquals(header.generationLocation().elevation().value(), spdu.elevation());
        }
    }

    private void assertCertificate(Encoded<Certificate> encoded, Octets whole) {
        CertificateView view = spdu.certificate();
        Certificate certificate = encoded.value();
        assertEquals(encoded.octets(), whole.slice(view.offset(), view.end()));
        assertEquals(certificate.type() == CertificateType.IMPLICIT, view.implicit());
        assertEquals(certificate.toBeSigned().octets(), whole.slice(view.toBeSignedOffset(), view.toBeSignedEnd()));
        assertEquals(issuerDigest(certificate.issuer()), at(whole, view.issuerDigestOffset(), 8));
        ToBeSignedCertificate content = certificate.toBeSigned().value();
        assertId(content.id(), view, whole);
        assertEquals(content.cracaId().octets().hex(), HexFormat.of().toHexDigits(view.cracaId(), 6));
        assertEquals(content.crlSeries().value(), view.crlSeries());
        assertEquals(content.validityPeriod().start().seconds(), view.validityStart());
        assertEquals(content.validityPeriod().duration().toMicroseconds(), view.durationMicroseconds());
        assertEquals(
                encoding(GeographicRegion.CODEC, content.region()),
                range(whole, view.regionOffset(), view.regionEnd()));
        assertEquals(
                encoding(PsidSsp.SEQUENCE_OF, content.appPermissions()),
                range(whole, view.appPermissionsOffset(), view.appPermissionsEnd()));
        List<PsidSsp> permissions = content.appPermissions() == null ? List.of() : content.appPermissions();
        for (PsidSsp permission : permissions) {
            assertTrue(view.holdsPsid(permission.psid().value()));
        }
        assertEquals(
                permissions.stream().anyMatch(permission -> permission.psid().value() == spdu.psid()),
                view.holdsPsid(spdu.psid()));
        assertEquals(key(content.verifyKeyIndicator()), describe(view.keyScheme(), view.keyPoint(), whole));
        if (certificate.signature() != null) {
            assertSignature(certificate.signature(), view.signature(), whole);
        }
    }

    private static void assertId(CertificateId id, CertificateView view, Octets whole) {
        switch (id) {
            case LinkageData linkage -> {
                assertEquals(CertificateView.Id.LINKAGE_DATA, view.id());
                assertEquals(linkage.iCert().value(), view.iCert());
                assertEquals(linkage.linkageValue().octets(), at(whole, view.linkageValueOffset(), 9));
                assertEquals(linkage.groupLinkageValue() != null, view.groupLinkageValueOffset() >= 0);
            }
            case CertificateId.Name name ->
                assertEquals(
                        Octets.of(name.value().value().getBytes(StandardCharsets.UTF_8)),
                        range(whole, view.idOffset(), view.idEnd()));
            case CertificateId.BinaryId binary ->
                assertEquals(binary.value(), range(whole, view.idOffset(), view.idEnd()));
            case CertificateId.None none -> assertEquals(CertificateView.Id.NONE, view.id());
            case CertificateId.Unknown unknown -> fail("unknown id " + unknown);
        }
    }

    private static void assertSignature(Signature signature, SignatureView view, Octets whole) {
        Octets encoded = Signature.CODEC.encode(signature);
        int octets = view.scheme().coordinateOctets();
        assertEquals(encoded.last(octets), whole.slice(view.sOffset(), view.sOffset() + octets));
        assertEquals(SignatureScheme.values()[encoded.get(0) & 0x3f], view.scheme());
        Octets content = content(encoded);
        Octets r = content.slice(0, content.length() - octets);
        String expected = view.scheme() == SignatureScheme.SM2 ? PointForm.X_ONLY + r.hex() : point(r);
        assertEquals(expected, describe(view.r(), whole));
    }

    private static String key(VerificationKeyIndicator indicator) {
        return switch (indicator) {
            case VerificationKeyIndicator.VerificationKey(var key) -> {
                Octets encoded = PublicVerificationKey.CODEC.encode(key);
                yield SignatureScheme.values()[encoded.get(0) & 0x3f] + " " + point(content(encoded));
            }
            case VerificationKeyIndicator.ReconstructionValue(var value) ->
                SignatureScheme.ECDSA_NIST_P256 + " " + point(EccP256CurvePoint.CODEC.encode(value));
            case VerificationKeyIndicator.Unknown unknown -> "unknown";
        };
    }

    /** The content of an alternative: what stands behind its tag and, in an extension alternative, its length. */
    private static Octets content(Octets encoded) {
        boolean extension = SignatureScheme.values()[encoded.get(0) & 0x3f].isExtension();
        int lengthOctets = !extension ? 0 : encoded.get(1) >= 0 ? 1 : 1 + (encoded.get(1) & 0x7f);
        return encoded.slice(1 + lengthOctets, encoded.length());
    }

    private static String point(Octets encoded) {
        return PointForm.values()[encoded.get(0) & 0x3f]
                + encoded.slice(1, encoded.length()).hex();
    }

    private static String describe(SignatureScheme scheme, CurvePoint point, Octets whole) {
        return scheme + " " + describe(point, whole);
    }

    private static String describe(CurvePoint point, Octets whole) {
        int octets = point.coordinateOctets() * (point.form() == PointForm.UNCOMPRESSED ? 2 : 1);
        return point.form()
                + whole.slice(point.offset(), point.offset() + octets).hex();
    }

    private static @Nullable Octets issuerDigest(IssuerIdentifier issuer) {
        Octets encoded = IssuerIdentifier.CODEC.encode(issuer);
        return issuer instanceof IssuerIdentifier.Self ? null : encoded.last(8);
    }

    private static <T> @Nullable Octets encoding(Codec<T> codec, @Nullable T value) {
        return value == null ? null : codec.encode(value);
    }

    private static @Nullable Octets range(Octets whole, int from, int to) {
        return from < 0 ? null : whole.slice(from, to);
    }

    private static @Nullable Octets at(Octets whole, int from, int length) {
        return range(whole, from, from + length);
    }
}
