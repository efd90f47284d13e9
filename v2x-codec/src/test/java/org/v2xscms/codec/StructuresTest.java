package org.v2xscms.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.v2xscms.codec.Detection.Recognised;
import org.v2xscms.codec.Detection.Unrecognised;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;

class StructuresTest {

    private static final String HASH_CRL = "01000211223344556677882000000020093a80008000000000070100";
    private static final String OLD_HASH_CRL =
            "01000211223344556677882000000020093a8000800000000007" + "0101" + "a1a2a3a4a5a6a7a8a9aa21000000";

    @ParameterizedTest
    @CsvSource({
        "038003aabbcc, Ieee1609Dot2Data",
        HASH_CRL + ", CrlContents",
        "018400010120000000" + "20093a80" + "0100, EtsiTs102941Data",
        "00010120000000ff050100, CtlFormat",
        "0380" + "0002718212345678" + "1dcd6500e2329b000fff" + "0187020102, EtsiTs103759Data",
        "0181038001ff, SaeJ3287Data",
        "020002718212345678" + "1dcd6500e2329b00" + "012500, EtsiTs103759DataVersion2",
    })
    void structureIsToldByDecodingIt(String hex, String name) {
        Octets octets = Octets.ofHex(hex);

        Recognised<?> recognised = assertInstanceOf(Recognised.class, Structures.detect(octets, Limits.MESSAGE));

        assertEquals(name, recognised.structure().name());
        assertEquals(octets, recognised.encodeAgain());
        assertEquals(List.of(), recognised.decoded().deviations());
    }

    @Test
    void olderEditionIsToldAsReceived() {
        Recognised<?> recognised =
                assertInstanceOf(Recognised.class, Structures.detect(Octets.ofHex(OLD_HASH_CRL), Limits.MESSAGE));

        assertEquals("CrlContents", recognised.structure().name());
        assertEquals(1, recognised.decoded().deviations().size());
        assertEquals(Octets.ofHex(OLD_HASH_CRL), recognised.encodeAgain());
    }

    @Test
    void trailingOctetsAreToldApartFromGarbage() {
        Unrecognised trailing =
                assertInstanceOf(Unrecognised.class, Structures.detect(Octets.ofHex("038003aabbcc0a"), Limits.MESSAGE));
        Unrecognised garbage =
                assertInstanceOf(Unrecognised.class, Structures.detect(Octets.ofHex("feedbeef"), Limits.MESSAGE));

        assertTrue(trailing.refusals().stream()
                .anyMatch(refusal -> refusal.structure().name().equals("Ieee1609Dot2Data")
                        && refusal.reason().getMessage().contains("1 trailing octets")));
        assertEquals(List.of(), garbage.refusals());
        assertInstanceOf(Unrecognised.class, Structures.detect(Octets.EMPTY, Limits.MESSAGE));
    }

    @Test
    void refusalThatGotFurthestStandsFirst() {
        Unrecognised unrecognised = assertInstanceOf(
                Unrecognised.class, Structures.detect(Octets.ofHex(HASH_CRL).slice(0, 20), Limits.MESSAGE));

        assertEquals(
                "CrlContents", unrecognised.refusals().getFirst().structure().name());
    }

    @Test
    void payloadIsToldByItsApplication() {
        Octets crl = Octets.ofHex(HASH_CRL);

        assertEquals(
                Optional.of("CrlContents"),
                Structures.inside(crl, new Psid(256), Limits.MESSAGE)
                        .map(inside -> inside.structure().name()));
        assertEquals(
                Optional.empty(),
                Structures.inside(crl, new Psid(38), Limits.MESSAGE)
                        .map(inside -> inside.structure().name()));
        assertEquals(
                Optional.of("CrlContents"),
                Structures.inside(crl, null, Limits.MESSAGE)
                        .map(inside -> inside.structure().name()));
    }

    @Test
    void namesAreUniqueAndFound() {
        for (Structure<?> structure : Structures.all()) {
            assertEquals(
                    Optional.of(structure), Structures.named(structure.name().toUpperCase(Locale.ROOT)));
        }
    }

    @Test
    void realMessagesAndCertificatesAreTold() {
        for (Path file : SharedVectors.files("eu-field", ".oer")) {
            assertTold("Certificate", SharedVectors.octets(file));
        }
        for (Path file : SharedVectors.files("eu-field", ".spdu")) {
            assertTold("Ieee1609Dot2Data", SharedVectors.octets(file));
        }
        assertTold("Certificate", SharedVectors.octets("eu-cpoc/tlm-level2.cert"));
    }

    @Test
    void realTrustListIsFoundInItsMessage() {
        Recognised<?> message = assertTold("Ieee1609Dot2Data", SharedVectors.octets("eu-cpoc/ectl-level2.spdu"));
        SignedData signed = assertInstanceOf(
                SignedData.class,
                assertInstanceOf(Ieee1609Dot2Data.class, message.decoded().value())
                        .content());

        Optional<Recognised<?>> inside = Structures.inside(
                signed.unsecuredPayload().orElseThrow(),
                signed.tbsData().value().headerInfo().psid(),
                Limits.MESSAGE);

        assertEquals("EtsiTs102941Data", inside.orElseThrow().structure().name());
    }

    @Test
    void payloadsOfOtherApplicationsAreNotTakenForStructures() {
        for (Path file : SharedVectors.files("eu-field", ".spdu")) {
            Recognised<?> message = assertTold("Ieee1609Dot2Data", SharedVectors.octets(file));
            SignedData signed = assertInstanceOf(
                    SignedData.class,
                    assertInstanceOf(Ieee1609Dot2Data.class, message.decoded().value())
                            .content());
            assertEquals(
                    Optional.empty(),
                    Structures.inside(
                            signed.unsecuredPayload().orElseThrow(),
                            signed.tbsData().value().headerInfo().psid(),
                            Limits.MESSAGE));
        }
    }

    @Test
    void hostileNestingIsRefusedWithAReason() {
        Unrecognised refused = assertInstanceOf(
                Unrecognised.class,
                Structures.detect(SharedVectors.octets("eu-cpoc/hostile-nesting-150.spdu"), Limits.MESSAGE));

        assertTrue(
                refused.refusals().stream()
                        .anyMatch(refusal -> refusal.reason().clause().contains("nesting")),
                refused.toString());
    }

    private static Recognised<?> assertTold(String name, Octets octets) {
        Recognised<?> recognised = assertInstanceOf(Recognised.class, Structures.detect(octets, Limits.MESSAGE));
        assertEquals(name, recognised.structure().name());
        return recognised;
    }
}
