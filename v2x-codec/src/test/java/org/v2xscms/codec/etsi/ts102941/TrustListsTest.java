package org.v2xscms.codec.etsi.ts102941;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.SharedVectors;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.HashedData;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Decoded;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

class TrustListsTest {

    private static final Psid CTL = new Psid(624);
    private static final HashedId8 HASH = new HashedId8(Octets.ofHex("1122334455667788"));

    @Test
    void realEuropeanTrustListDecodesAndReencodesIdentically() throws DecodeException {
        Octets message = SharedVectors.octets("eu-cpoc/ectl-level2.spdu");
        Ieee1609Dot2Data data =
                Ieee1609Dot2Data.CODEC.decode(message, Reading.STRICT).value();
        assertEquals(message, Ieee1609Dot2Data.CODEC.encode(data));
        SignedData signed = assertInstanceOf(SignedData.class, data.content());
        assertEquals(CTL, signed.tbsData().value().headerInfo().psid());

        Octets payload = signed.unsecuredPayload().orElseThrow();
        EtsiTs102941Data list =
                EtsiTs102941Data.CODEC.decode(payload, Reading.STRICT).value();

        CtlFormat ctl = assertInstanceOf(EtsiTs102941DataContent.CertificateTrustListTlm.class, list.content())
                .value();
        assertEquals(payload, EtsiTs102941Data.CODEC.encode(list));
        assertEquals(Version.V1, ctl.version());
        assertTrue(ctl.isFullCtl());
        assertEquals(ctl.ctlCommands().size(), ctl.additionsToTrust().size());
        assertEntriesAreSelfSignedOrPointers(ctl.additionsToTrust());
    }

    /** A trust list manager's list has root authorities, itself and distribution centres that serve for one of them. */
    private static void assertEntriesAreSelfSignedOrPointers(List<CtlEntry> entries) {
        assertTrue(entries.stream().anyMatch(CtlEntry.Rca.class::isInstance));
        assertEquals(1, entries.stream().filter(CtlEntry.Tlm.class::isInstance).count());
        for (CtlEntry entry : entries) {
            switch (entry) {
                case CtlEntry.Rca(RootCaEntry rca) -> assertExplicit(rca.selfsignedRootCa());
                case CtlEntry.Tlm(TlmEntry tlm) -> assertExplicit(tlm.selfSignedTLMCertificate());
                case CtlEntry.Dc(DcEntry dc) -> assertTrue(dc.url().startsWith("http"), dc.url());
                default -> throw new AssertionError("not of a trust list manager: " + entry);
            }
        }
    }

    private static void assertExplicit(Encoded<Certificate> certificate) {
        assertEquals(CertificateType.EXPLICIT, certificate.value().type());
        assertEquals(certificate.octets(), Certificate.CODEC.encode(certificate.value()));
    }

    @Test
    void trustListOfARootAuthorityHasItsByteMap() throws DecodeException {
        String octets = "01" + "86" + "00" + "0101" + "20000000" + "ff" + "05"
                + "0102"
                + "80" + "83" + "09" + hex("http://dc") + "0101" + "1122334455667788"
                + "80" + "83" + "08" + hex("http://b") + "0100";

        EtsiTs102941Data list = strict(octets);

        CtlFormat ctl = assertInstanceOf(EtsiTs102941DataContent.CertificateTrustListRca.class, list.content())
                .value();
        assertEquals(5, ctl.ctlSequence());
        assertEquals(
                List.of(
                        new CtlEntry.Dc(new DcEntry("http://dc", List.of(HASH))),
                        new CtlEntry.Dc(new DcEntry("http://b", List.of()))),
                ctl.additionsToTrust());
    }

    @Test
    void deltaListDeletes() throws DecodeException {
        EtsiTs102941Data list = strict("01" + "86" + "00" + "0101" + "20000000" + "00" + "05" + "0102" + "81" + "80"
                + "1122334455667788" + "81" + "81" + "08" + hex("http://b"));

        CtlFormat ctl = assertInstanceOf(EtsiTs102941DataContent.CertificateTrustListRca.class, list.content())
                .value();
        assertEquals(List.of(new CtlDelete.Cert(HASH), new CtlDelete.Dc("http://b")), ctl.deletions());
    }

    @Test
    void fullListWithDeleteIsADeviation() throws DecodeException {
        assertDeviates(
                "01" + "86" + "00" + "0101" + "20000000" + "ff" + "05" + "0101" + "81" + "80" + "1122334455667788");
    }

    @Test
    void revocationListHasItsByteMap() throws DecodeException {
        EtsiTs102941Data list =
                strict("01" + "84" + "00" + "0101" + "20000000" + "20093a80" + "0101" + "1122334455667788");

        assertEquals(
                List.of(HASH),
                assertInstanceOf(EtsiTs102941DataContent.CertificateRevocationList.class, list.content())
                        .value()
                        .entries());
    }

    @Test
    void linkCertificateIsAnExtensionAlternative() throws DecodeException {
        String hash = "01".repeat(32);

        EtsiTs102941Data link = strict("01" + "8b" + "26" + "00" + "20000000" + "80" + hash);

        ToBeSignedLinkCertificate certificate = assertInstanceOf(
                        EtsiTs102941DataContent.SingleSignedLinkCertificateRca.class, link.content())
                .value();
        assertInstanceOf(HashedData.Sha256HashedData.class, certificate.certificateHash());
        assertEquals(Additions.NONE, certificate.additions());
    }

    @Test
    void messagesOutsideTheTrustListsKeepTheirOctets() throws DecodeException {
        EtsiTs102941Data request = strict("01" + "82" + "010203");

        assertEquals(new EtsiTs102941DataContent.AuthorizationRequest(Octets.ofHex("010203")), request.content());
    }

    @Test
    void otherVersionIsRefused() {
        assertThrows(
                DecodeException.class,
                () -> EtsiTs102941Data.CODEC.decode(Octets.ofHex("02" + "82" + "010203"), Reading.AS_RECEIVED));
    }

    @Test
    void truncatedListIsRefused() {
        Octets octets =
                Octets.ofHex("01" + "84" + "00" + "0101" + "20000000" + "20093a80" + "0101" + "1122334455667788");
        for (int length = 0; length < octets.length(); length++) {
            Octets cut = octets.slice(0, length);
            assertThrows(DecodeException.class, () -> EtsiTs102941Data.CODEC.decode(cut, Reading.AS_RECEIVED));
        }
    }

    private static EtsiTs102941Data strict(String hex) throws DecodeException {
        EtsiTs102941Data data =
                EtsiTs102941Data.CODEC.decode(Octets.ofHex(hex), Reading.STRICT).value();
        assertEquals(Octets.ofHex(hex), EtsiTs102941Data.CODEC.encode(data));
        return data;
    }

    private static void assertDeviates(String hex) throws DecodeException {
        Octets octets = Octets.ofHex(hex);
        assertThrows(DecodeException.class, () -> EtsiTs102941Data.CODEC.decode(octets, Reading.STRICT));
        Decoded<EtsiTs102941Data> data = EtsiTs102941Data.CODEC.decode(octets, Reading.AS_RECEIVED);
        assertEquals(1, data.deviations().size());
        assertEquals(octets, EtsiTs102941Data.CODEC.encode(data.value()));
    }

    private static String hex(String ascii) {
        var hex = new StringBuilder();
        ascii.chars().forEach(c -> hex.append("%02x".formatted(c)));
        return hex.toString();
    }
}
