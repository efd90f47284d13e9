package org.v2xscms.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.v2xscms.codec.Detection.Recognised;
import org.v2xscms.codec.Detection.Unrecognised;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

class StructuresTest {

    private static final String HASH_CRL = "01000211223344556677882000000020093a80008000000000070100";
    private static final String OLD_HASH_CRL =
            "01000211223344556677882000000020093a8000800000000007" + "0101" + "a1a2a3a4a5a6a7a8a9aa21000000";

    /** Classes that several SPDUs share. */
    private static final Set<String> FORMS = Set.of(
            "CertRequestSpdu",
            "EncryptedSpdu",
            "SignedCertRequestSpdu",
            "SignedSpdu",
            "SignedX509CertRequestSpdu",
            "UnsecuredSpdu");

    @ParameterizedTest
    @CsvSource({
        "038003aabbcc, Ieee1609Dot2Data",
        HASH_CRL + ", CrlContents",
        "018400010120000000" + "20093a80" + "0100, EtsiTs102941Data",
        "00010120000000ff050100, CtlFormat",
        "0380" + "0002718212345678" + "1dcd6500e2329b000fff" + "0187020102, EtsiTs103759Data",
        "0281, ScmsPdu",
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
    void contentKeptAsOctetsIsNoSignThatItIsOfItsType() {
        // An enrolment request is signed data, which begins with 03; the same tags begin a file of another system.
        assertInstanceOf(Unrecognised.class, Structures.detect(Octets.ofHex("01808100000100"), Limits.MESSAGE));
        assertInstanceOf(Recognised.class, Structures.detect(Octets.ofHex("0180038003010203"), Limits.MESSAGE));
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

    /** Of an application that has structures, only those are looked for, and in messages of others not these. */
    @ParameterizedTest
    @CsvSource({
        "35, 0281, ScmsPdu",
        "35, 0181820001" + "a0a1a2a3a4a5a6a7" + "00, none",
        "36, 0281, none",
        "36, " + HASH_CRL + ", none",
        "256, 0281, none",
        "2113696, 0280" + "27ff90a8" + "0249" + "7172737475767778" + "00, none",
    })
    void payloadIsLookedForInMessagesOfItsApplicationOnly(long psid, String hex, String name) {
        assertEquals(
                name,
                Structures.inside(Octets.ofHex(hex), new Psid(psid), Limits.MESSAGE)
                        .map(inside -> inside.structure().name())
                        .orElse("none"));
    }

    @ParameterizedTest
    @CsvSource({
        "35, 8b0002, SecurityMgmtSsp, 0",
        "35, 8b0001, SecurityMgmtSsp, 1",
        "35, 00, none, 0",
        "256, 00010101010004, CrlSsp, 0",
        "256, 000101010100, none, 0",
        "36, 8b0002, none, 0",
    })
    void permissionIsToldByItsApplication(long psid, String ssp, String name, int deviations) {
        Optional<Recognised<?>> permission = Structures.permission(Octets.ofHex(ssp), new Psid(psid), Limits.MESSAGE);

        assertEquals(name, permission.map(found -> found.structure().name()).orElse("none"));
        assertEquals(
                deviations,
                permission.map(found -> found.decoded().deviations().size()).orElse(0));
    }

    /** They are an Ieee1609Dot2Data or begin like anything, so a name or an application must ask for them. */
    @Test
    void constrainedAndShortStructuresAreReadByNameOnly() throws DecodeException {
        for (Structure<?> structure : NamedStructures.ALL) {
            for (int first = 0; first < 256; first++) {
                assertFalse(structure.mayBe(Octets.ofHex("%02x000000".formatted(first))), structure::name);
            }
        }
        Structure<?> ssp = Structures.named("securitymgmtssp").orElseThrow();
        assertEquals(
                Octets.ofHex("8b0002"),
                ssp.codec().decode(Octets.ofHex("8b0002"), Reading.STRICT).octets());
        assertInstanceOf(Unrecognised.class, Structures.detect(Octets.ofHex("8b0002"), Limits.MESSAGE));
    }

    @Test
    void everySpduOfIeee1609Dot2Dot1HasAName() throws IOException, URISyntaxException {
        Path classes = Path.of(Objects.requireNonNull(ScmsPdu.class.getResource("ScmsPdu.class"))
                        .toURI())
                .resolveSibling("");
        try (Stream<Path> files = Files.list(classes)) {
            List<String> spdus = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\w+Spdu\\.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> !FORMS.contains(name))
                    .sorted()
                    .toList();
            assertEquals(
                    List.of(),
                    spdus.stream()
                            .filter(name -> Structures.named(name).isEmpty())
                            .toList());
            assertTrue(spdus.size() >= 24, spdus::toString);
        }
    }

    /** A message of the proof of concept is decoded to its end as received; strictly, octets are kept behind two. */
    @Test
    void whatIsDecodedIsPreferredToWhatIsKeptAsOctets() {
        String request = "0181" + "80" + "000127ff90a80483000000000027ff90a886000101010081808082"
                + "00112233445566778899aabbccddeeff0123456789abcdef0123456789abcdef";

        Recognised<?> camp =
                assertInstanceOf(Recognised.class, Structures.detect(Octets.ofHex(request), Limits.MESSAGE));
        Recognised<?> kept = assertInstanceOf(
                Recognised.class, Structures.detect(Octets.ofHex("0181" + "ff".repeat(9)), Limits.MESSAGE));

        assertEquals("ScmsPdu", camp.structure().name());
        assertFalse(camp.decoded().deviations().isEmpty());
        assertEquals("EtsiTs102941Data", kept.structure().name());
    }

    @Test
    void realCertificateManagementMessagesAreFoundInTheirs() {
        Map<String, String> expected = Map.of(
                "CertificateManagementInfoStatusSpdu", "ScmsPdu",
                "DecryptedEeRaCertRequestSpdu", "SignedCertificateRequest",
                "EeEcaCertRequestSpdu", "SignedCertificateRequest");
        expected.forEach((name, inside) -> {
            Octets octets = SharedVectors.octets("openscms-samples/" + name + ".dat");
            Recognised<?> message = assertTold("Ieee1609Dot2Data", octets);
            Octets opaque = switch (assertInstanceOf(
                            Ieee1609Dot2Data.class, message.decoded().value())
                    .content()) {
                case SignedData signed -> signed.unsecuredPayload().orElseThrow();
                case Ieee1609Dot2Content.SignedCertificateRequest(Octets request) -> request;
                default -> throw new AssertionError(name);
            };
            assertEquals(
                    Optional.of(inside),
                    Structures.inside(opaque, SecurityMgmtPsid.PSID, Limits.MESSAGE)
                            .map(found -> found.structure().name()),
                    name);
        });
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
