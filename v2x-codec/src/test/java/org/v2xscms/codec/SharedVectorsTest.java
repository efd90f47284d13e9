package org.v2xscms.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.etsi.ts103097.EtsiTs103097Certificate;
import org.v2xscms.codec.etsi.ts103097.EtsiTs103097Data;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Decoded;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/** Every certificate and message at hand decodes and is written again octet for octet. */
class SharedVectorsTest {

    @Test
    void etsiTestCertificatesAreCanonicalAndKeepTheEtsiProfile() throws DecodeException {
        List<Octets> certificates = SharedVectors.hexMembers("etsi-test-certificates.json", "cert");
        assertEquals(63, certificates.size());
        for (Octets certificate : certificates) {
            roundTrip(Certificate.EXPLICIT, certificate, Reading.STRICT);
            roundTrip(EtsiTs103097Certificate.CODEC, certificate, Reading.STRICT);
        }
    }

    @Test
    void campCertificatesAreCanonical() throws DecodeException {
        List<Octets> authorities =
                SharedVectors.hexMembers("camp-enrolment-tta.json", "(?:eca|ra|root|ica|pca|ma)Cert");
        List<Octets> enrolment = SharedVectors.hexMembers("camp-enrolment-tta.json", "enrolCert");
        assertEquals(6, authorities.size());
        assertEquals(2, enrolment.size());
        for (Octets certificate : authorities) {
            roundTrip(Certificate.EXPLICIT, certificate, Reading.STRICT);
        }
        for (Octets certificate : enrolment) {
            roundTrip(Certificate.IMPLICIT, certificate, Reading.STRICT);
        }
    }

    @Test
    void campRequestsAndResponsesHaveACanonicalOutside() throws DecodeException {
        List<Octets> messages = SharedVectors.hexMembers("camp-enrolment-tta.json", "(?:request|response)");
        assertEquals(3, messages.size());
        for (Octets message : messages) {
            roundTrip(Ieee1609Dot2Data.CODEC, message, Reading.STRICT);
        }
    }

    @Test
    void europeanTicketsKeepTheEtsiProfile() throws DecodeException {
        List<Path> tickets = SharedVectors.files("eu-field", ".at.oer");
        assertEquals(4, tickets.size());
        for (Path ticket : tickets) {
            roundTrip(EtsiTs103097Certificate.CODEC, SharedVectors.octets(ticket), Reading.STRICT);
        }
    }

    @Test
    void europeanRoadMessagesDecodeAndOneIsOfAnOlderEdition() throws DecodeException {
        List<Path> messages = SharedVectors.files("eu-field", ".spdu");
        List<String> older = new ArrayList<>();
        for (Path message : messages) {
            Decoded<Ieee1609Dot2Data> decoded =
                    roundTrip(EtsiTs103097Data.SIGNED, SharedVectors.octets(message), Reading.AS_RECEIVED);
            if (!decoded.deviations().isEmpty()) {
                older.add(message.getFileName() + " "
                        + decoded.deviations().getFirst().found());
            }
        }
        assertEquals(5, messages.size());
        assertEquals(List.of("consider-it_gn1.spdu 3 bits, as an older schema edition has it"), older);
    }

    @Test
    void europeanTrustListManagerAndItsListKeepTheEtsiProfile() throws DecodeException {
        roundTrip(EtsiTs103097Certificate.CODEC, SharedVectors.octets("eu-cpoc/tlm-level2.cert"), Reading.STRICT);
        roundTrip(EtsiTs103097Data.SIGNED, SharedVectors.octets("eu-cpoc/ectl-level2.spdu"), Reading.STRICT);
    }

    @Test
    void aNestOf150MessagesIsRefusedAtTheDepthLimitNearItsStart() {
        Octets hostile = SharedVectors.octets("eu-cpoc/hostile-nesting-150.spdu");
        for (Reading reading : List.of(Reading.STRICT, Reading.AS_RECEIVED)) {
            DecodeException refusal =
                    assertThrows(DecodeException.class, () -> Ieee1609Dot2Data.CODEC.decode(hostile, reading));
            assertEquals("decoder limit on nesting", refusal.clause());
            assertEquals("at most 60 types inside one another", refusal.expected());
            // Each message costs five octets and several types, so less than a tenth of the nest has been read.
            assertTrue(refusal.offset() < 60, () -> "refused at " + refusal.offset());
        }
    }

    /** The figures that {@link Limits#MESSAGE} states; the largest of a kind may be a message or what stands in one. */
    @Test
    void theLargestStructuresNeedFarLessThanTheLimits() throws DecodeException {
        List<Limits> needs = new ArrayList<>();
        for (Octets octets : SharedVectors.all()) {
            if (Structures.detect(octets, Limits.MESSAGE) instanceof Detection.Recognised<?> whole) {
                needs.add(need(whole));
                if (whole.decoded().value() instanceof Ieee1609Dot2Data data
                        && data.content() instanceof SignedData signed) {
                    Psid psid = signed.tbsData().value().headerInfo().psid();
                    signed.unsecuredPayload()
                            .flatMap(payload -> Structures.inside(payload, psid, Limits.MESSAGE))
                            .ifPresent(inside -> needs.add(need(inside)));
                }
            }
        }
        Limits most = new Limits(
                needs.stream().mapToInt(Limits::maxOctets).max().orElseThrow(),
                needs.stream().mapToInt(Limits::maxElements).max().orElseThrow(),
                needs.stream().mapToInt(Limits::maxDepth).max().orElseThrow());
        assertEquals(new Limits(3561, 41, 16), most);
    }

    @Test
    void openScmsMessagesHaveACanonicalOutside() throws DecodeException {
        for (String name : List.of(
                "CertificateManagementInfoStatusSpdu",
                "DecryptedEeRaCertRequestSpdu",
                "EeEcaCertRequestSpdu",
                "OscmsCertificateChainFileSpdu",
                "composite-crl-file")) {
            roundTrip(
                    Ieee1609Dot2Data.CODEC, SharedVectors.octets("openscms-samples/" + name + ".dat"), Reading.STRICT);
        }
        roundTrip(Certificate.CODEC, SharedVectors.octets("openscms-samples/RaCertificate.dat"), Reading.STRICT);
    }

    /** What cars sent is logged without the signature, what a road side unit sent with it. */
    @Test
    void wyomingLogsAreCanonical() throws DecodeException {
        assertEquals(
                new Log(0, 222),
                Log.of(SharedVectors.records(SharedVectors.unzipped("usdot-wydot/bsmLogDuringEvent.gz"))));
        assertEquals(
                new Log(243, 0),
                Log.of(SharedVectors.records(SharedVectors.unzipped("usdot-wydot/rxMsg_TIM_GeneratedBy_RSU.gz"))));
    }

    @Test
    void signedBasicSafetyMessagesAreCanonical() throws DecodeException {
        assertEquals(new Log(86, 0), Log.of(SharedVectors.basicSafetyMessages()));
    }

    /** How many messages of a log are signed and how many are not. */
    private record Log(int signed, int unsecured) {

        static Log of(List<Octets> messages) throws DecodeException {
            int signed = 0;
            int unsecured = 0;
            for (Octets octets : messages) {
                Decoded<Ieee1609Dot2Data> message = roundTrip(Ieee1609Dot2Data.CODEC, octets, Reading.STRICT);
                signed += message.value().content() instanceof SignedData ? 1 : 0;
                unsecured += message.value().content() instanceof Ieee1609Dot2Content.UnsecuredData ? 1 : 0;
            }
            return new Log(signed, unsecured);
        }
    }

    /** The least limits under which it can be read. */
    private static <T> Limits need(Detection.Recognised<T> recognised) {
        Codec<T> codec = recognised.structure().codec();
        Octets octets = recognised.decoded().octets();
        int elements = 0;
        while (!isRead(codec, octets, new Limits(octets.length(), elements, Limits.MESSAGE.maxDepth()))) {
            elements++;
        }
        int depth = 0;
        while (!isRead(codec, octets, new Limits(octets.length(), elements, depth))) {
            depth++;
        }
        return new Limits(octets.length(), elements, depth);
    }

    private static boolean isRead(Codec<?> codec, Octets octets, Limits limits) {
        try {
            codec.decode(octets, Reading.AS_RECEIVED.withLimits(limits));
            return true;
        } catch (DecodeException e) {
            return false;
        }
    }

    private static <T> Decoded<T> roundTrip(Codec<T> codec, Octets octets, Reading reading) throws DecodeException {
        Decoded<T> decoded = codec.decode(octets, reading);
        assertEquals(octets, codec.encode(decoded.value()));
        return decoded;
    }
}
