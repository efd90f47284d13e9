package org.v2xscms.codec.ieee1609dot2dot1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.TIME;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.assertEncoding;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.assertRefusedWhenStrict;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.octets;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.time;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.AcpcTreeId;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaDownloadRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcpcSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.LaSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.MaSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RoleSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu.Content;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Reading;

class ScmsPduTest {

    @Test
    void interfacesWithoutMessagesAreNull() {
        assertEncoding("02 81", ScmsPdu.CODEC, ScmsPdu.of(new Content.AcaLa()));
        assertEncoding("02 82", ScmsPdu.CODEC, ScmsPdu.of(new Content.AcaMa()));
        assertEncoding("02 86", ScmsPdu.CODEC, ScmsPdu.of(new Content.EeMa()));
        assertEncoding("02 88", ScmsPdu.CODEC, ScmsPdu.of(new Content.LaMa()));
        assertEncoding("02 89", ScmsPdu.CODEC, ScmsPdu.of(new Content.LaRa()));
        assertEncoding("02 8a", ScmsPdu.CODEC, ScmsPdu.of(new Content.MaRa()));
    }

    @Test
    void interfaceWithMessages() {
        assertEncoding(
                "02 87 83 00" + TIME + "00", // ee-ra, eeRaDownloadRequest with an empty name
                ScmsPdu.CODEC,
                ScmsPdu.of(new Content.EeRa(EeRaDownloadRequest.of(time(), ""))));
    }

    @Test
    void unknownInterfaceIsKept() {
        ScmsPdu kept = Frozen.value(ScmsPdu.CODEC, "02 8b 02 abcd");
        assertEquals(Content.Unknown.class, kept.content().getClass());
        assertEquals(octets("02 8b 02 abcd"), ScmsPdu.CODEC.encode(kept));
    }

    @Test
    void laterVersionIsNoted() throws DecodeException {
        assertRefusedWhenStrict("version 2", ScmsPdu.CODEC, "03 81");
    }

    @Test
    void version1KnowsOnlyEnrolment() {
        DecodeException refusal = assertThrows(
                DecodeException.class, () -> ScmsPdu.CODEC.decode(octets("01 87 83 00"), Reading.AS_RECEIVED));
        assertEquals("81, the eca-ee alternative of version 1", refusal.expected());
    }

    @Test
    void rolesWithoutParameters() {
        RoleSsp ssp = RoleSsp.CURRENT;
        List<SecurityMgmtSsp> roles = List.of(
                new SecurityMgmtSsp.Elector(ssp),
                new SecurityMgmtSsp.Root(ssp),
                new SecurityMgmtSsp.Pg(ssp),
                new SecurityMgmtSsp.Ica(ssp),
                new SecurityMgmtSsp.Eca(ssp),
                new SecurityMgmtSsp.Aca(ssp),
                new SecurityMgmtSsp.Crl(ssp),
                new SecurityMgmtSsp.Dcm(ssp));
        for (int index = 0; index < roles.size(); index++) {
            assertEncoding("8" + index + "0002", SecurityMgmtSsp.CODEC, roles.get(index));
        }
        assertEncoding("89 00 02", SecurityMgmtSsp.CODEC, new SecurityMgmtSsp.Lop(ssp));
        assertEncoding("8b 00 02", SecurityMgmtSsp.CODEC, new SecurityMgmtSsp.Ra(ssp));
        assertEncoding("8c 00 02", SecurityMgmtSsp.CODEC, new SecurityMgmtSsp.Ee(ssp));
    }

    @Test
    void distributionCentreIsAnExtensionAlternative() {
        assertEncoding("8d 02 00 02", SecurityMgmtSsp.CODEC, new SecurityMgmtSsp.Dc(RoleSsp.CURRENT));
    }

    @Test
    void rolesWithParameters() {
        assertEncoding("88 00 02 0102", SecurityMgmtSsp.CODEC, new SecurityMgmtSsp.La(LaSsp.of(0x0102)));
        assertEncoding(
                "8a 00 02 01 02 01 20 01 26",
                SecurityMgmtSsp.CODEC,
                new SecurityMgmtSsp.Ma(MaSsp.of(List.of(new Psid(32), new Psid(38)))));
        assertEncoding(
                "80 01 01 7172737475767778",
                AcpcSsp.CODEC,
                new AcpcSsp.Cam(List.of(new AcpcTreeId(octets("7172737475767778")))));
    }

    @Test
    void roleIsCarriedAsOpaqueSsp() throws DecodeException {
        SecurityMgmtSsp eca = new SecurityMgmtSsp.Eca(RoleSsp.CURRENT);
        PsidSsp permission = SecurityMgmtPsid.permission(eca);
        // psid 35, ssp present, opaque [0] of three octets: 84 00 02.
        assertEncoding("80 01 23 80 03 84 00 02", PsidSsp.CODEC, permission);
        assertEquals(eca, SecurityMgmtPsid.role(permission, Reading.STRICT));
        assertNull(SecurityMgmtPsid.role(new PsidSsp(new Psid(36), permission.ssp()), Reading.STRICT));
        assertNull(SecurityMgmtPsid.role(new PsidSsp(SecurityMgmtPsid.PSID, null), Reading.STRICT));
    }

    @Test
    void campPermissionsDifferInTheVersionOnly() throws DecodeException {
        var camp = new PsidSsp(SecurityMgmtPsid.PSID, new ServiceSpecificPermissions.Opaque(octets("84 00 01")));
        assertThrows(DecodeException.class, () -> SecurityMgmtPsid.role(camp, Reading.STRICT));
        assertEquals(
                Version.CURRENT - 1,
                eca(SecurityMgmtPsid.role(camp, Reading.AS_RECEIVED)).version());
        // A real certificate of a misbehaviour authority: version 1, no PSIDs.
        assertRefusedWhenStrict("version 2", SecurityMgmtSsp.CODEC, "8a 00 01 01 00");
    }

    private static RoleSsp eca(@Nullable SecurityMgmtSsp role) {
        return role instanceof SecurityMgmtSsp.Eca(RoleSsp ssp) ? ssp : fail("not the role of an ECA: " + role);
    }
}
