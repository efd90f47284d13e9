package org.v2xscms.codec.ieee1609dot2dot1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.CERTIFICATE;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.HASH8;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.SIGNATURE;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.TIME;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.X;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.assertEncoding;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.assertRefusedWhenStrict;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.certificate;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.encoded;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.hash8;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.octets;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.sized;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.time;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId32;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagementPdu;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertificateChain;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertificateManagementInfoStatus;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CompositeCrl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CrlInfoStatus;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CtlInfoStatus;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CtlSequenceNumber;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CtlSeriesId;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.FullIeeeTbsCtl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MaInfoStatus;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MsctlType;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MultiSignedCtl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.ToBeSignedCtlSignature;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CtlSignatureSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.MultiSignedCtlSpdu;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Reading;

class CertManagementTypesTest {

    private static final String SERIES = "1112131415161718";
    private static final String HASH48 = "e0".repeat(48);
    private static final CtlSeriesId CTL_SERIES = new CtlSeriesId(octets(SERIES));
    private static final CtlSequenceNumber NUMBER = new CtlSequenceNumber(7);

    private static final String TBS_SIGNATURE = SERIES + "01" + "0007" + HASH48;

    /** Ieee1609Dot2Data, signedData over cert [4] tbsCtlSignature [3]; header only psid 35; one certificate. */
    private static final String CTL_SIGNATURE =
            "03 81 00 40 03 80" + sized("02 84 83" + TBS_SIGNATURE) + "00 01 23 81 01 01" + CERTIFICATE + SIGNATURE;

    /** Preamble without additions. */
    private static final String TBS_CTL =
            "00 01" + SERIES + "0007" + TIME + "01 01" + HASH48 + "01 00" + "01 01" + X + "01 00";

    private static final String CTL = "01" + sized(TBS_CTL) + sized("01 01" + CERTIFICATE) + "01 01" + CTL_SIGNATURE;

    private static final String CTL_SPDU = "03 80" + sized("02 84 82" + CTL);

    @Test
    void whatAnElectorSigns() {
        assertEncoding(
                "83" + TBS_SIGNATURE, // no extension marker, no preamble
                CertManagementPdu.CODEC,
                new ToBeSignedCtlSignature(
                        CTL_SERIES, MsctlType.FULL_IEEE_CTL, NUMBER, new HashedId48(octets(HASH48))));
    }

    @Test
    void trustList() {
        assertEncoding(TBS_CTL, FullIeeeTbsCtl.CODEC, tbsCtl(null));
    }

    @Test
    void quorumIsAnAddition() {
        assertEncoding(
                "80" + TBS_CTL.substring(3) // extension bit
                        + "02 07 80" // presence bitmap: two octets, seven unused bits, the first addition
                        + "02 01 03", // open type of two octets: INTEGER 3
                FullIeeeTbsCtl.CODEC,
                tbsCtl(3L));
    }

    @Test
    void signedTrustList() {
        assertEncoding("82" + CTL, CertManagementPdu.CODEC, ctl());
    }

    @Test
    void trustListOfUnknownTypeIsKept() {
        var kept = Frozen.value(MultiSignedCtl.CODEC, "02 03 010203 00 01 01" + CTL_SIGNATURE);
        assertEquals(
                new MultiSignedCtl.UnknownCtl(new MsctlType(2), octets("010203"), octets(""), ctl().signatures()),
                kept);
        assertEquals(octets("02 03 010203 00 01 01" + CTL_SIGNATURE), MultiSignedCtl.CODEC.encode(kept));
    }

    @Test
    void typeInsideMustBeTheOneOutside() throws DecodeException {
        assertRefusedWhenStrict("type 1, fullIeeeCtl", FullIeeeTbsCtl.CODEC, "00 02" + TBS_CTL.substring(5));
        assertThrows(
                IllegalArgumentException.class,
                () -> new MultiSignedCtl.UnknownCtl(MsctlType.FULL_IEEE_CTL, octets(""), octets(""), List.of()));
    }

    /** Written again it would become type 1. */
    @Test
    void theFullListIsOfItsOwnTypeAlone() {
        DecodeException refusal = assertThrows(
                DecodeException.class,
                () -> MultiSignedCtl.FULL_IEEE_CTL.decode(octets("00" + CTL.substring(2)), Reading.AS_RECEIVED));
        assertEquals("type", refusal.path());
    }

    @Test
    void trustListHasASignature() throws DecodeException {
        assertRefusedWhenStrict(
                "at least 1 elements in SEQUENCE OF CtlSignatureSpdu",
                MultiSignedCtl.CODEC,
                "01" + sized(TBS_CTL) + sized("01 00") + "01 00");
    }

    @Test
    void certificateChain() {
        assertEncoding(
                "81 00" + CTL_SPDU + "01 01" + CERTIFICATE,
                CertManagementPdu.CODEC,
                CertificateChain.of(encoded(MultiSignedCtlSpdu.CODEC, CTL_SPDU), List.of(certificate())));
    }

    @Test
    void compositeCrl() {
        String secured = "03 80 02 abcd";
        assertEncoding(
                "80 00 01 01" + secured + CTL_SPDU,
                CertManagementPdu.CODEC,
                CompositeCrl.of(
                        List.of(encoded(Ieee1609Dot2Data.CODEC, secured)),
                        encoded(MultiSignedCtlSpdu.CODEC, CTL_SPDU)));
    }

    @Test
    void status() {
        assertEncoding(
                "84" // infoStatus
                        + "40" // preamble: ra
                        + "01 01" + "00" + HASH8 + "0100" + TIME // one CRL
                        + "01 01" + "00" + SERIES + "0007" + TIME // one CTL
                        + TIME // caCcf
                        + "01 01" + "00" + "01 02 01 20 01 26" + TIME // one MA, two PSIDs
                        + TIME,
                CertManagementPdu.CODEC,
                CertificateManagementInfoStatus.of(
                        List.of(CrlInfoStatus.of(hash8(), new CrlSeries(256), time())),
                        List.of(CtlInfoStatus.of(CTL_SERIES, NUMBER, time())),
                        time(),
                        List.of(MaInfoStatus.of(List.of(new Psid(32), new Psid(38)), time())),
                        time()));
    }

    private static FullIeeeTbsCtl tbsCtl(@Nullable Long quorum) {
        return new FullIeeeTbsCtl(
                MsctlType.FULL_IEEE_CTL,
                CTL_SERIES,
                NUMBER,
                time(),
                List.of(new HashedId48(octets(HASH48))),
                List.of(),
                List.of(new HashedId32(octets(X))),
                List.of(),
                quorum,
                Additions.NONE);
    }

    private static MultiSignedCtl ctl() {
        return new MultiSignedCtl.FullIeeeCtl(
                encoded(FullIeeeTbsCtl.CODEC, TBS_CTL),
                List.of(certificate()),
                List.of(encoded(CtlSignatureSpdu.CODEC, CTL_SIGNATURE)));
    }
}
