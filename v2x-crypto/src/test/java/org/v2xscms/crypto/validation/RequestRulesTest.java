package org.v2xscms.crypto.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.EndEntityType;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.SubjectPermissions;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.v2xscms.codec.ieee1609dot2.basetypes.SspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnCountryId;
import org.v2xscms.codec.oer.Octets;

/** What an enrolment certificate lets its holder ask for. */
class RequestRulesTest {

    private static final Psid BSM = new Psid(32);

    private final Draft enrollment = Draft.endEntity();
    private final Draft wanted = Draft.endEntity();

    private static PsidGroupPermissions permits(SubjectPermissions subject, long minChainLength, EndEntityType type) {
        return new PsidGroupPermissions(subject, minChainLength, 0, type);
    }

    private static SubjectPermissions only(Psid psid, SspRange range) {
        return new SubjectPermissions.Explicit(List.of(new PsidSspRange(psid, range)));
    }

    private List<PsidSsp> notPermitted(PsidGroupPermissions... permitted) {
        enrollment.request = List.of(permitted);
        return RequestRules.notPermitted(
                wanted.toBeSigned().value(), enrollment.toBeSigned().value());
    }

    @Test
    void permissionInTheListMayBeAskedFor() {
        assertEquals(List.of(), notPermitted(permits(only(BSM, new SspRange.All()), 0, EndEntityType.APP)));
        assertEquals(List.of(), notPermitted(permits(new SubjectPermissions.All(), 0, EndEntityType.APP_AND_ENROL)));
    }

    @Test
    void entryForThePsidDecidesBeforeTheEntryForAll() {
        wanted.app = List.of(new PsidSsp(BSM, new ServiceSpecificPermissions.Opaque(Octets.of((byte) 1))));
        PsidGroupPermissions all = permits(new SubjectPermissions.All(), 0, EndEntityType.APP);
        PsidGroupPermissions other =
                permits(only(BSM, new SspRange.Opaque(List.of(Octets.of((byte) 2)))), 0, EndEntityType.APP);
        assertEquals(List.of(), notPermitted(all));
        assertEquals(wanted.app, notPermitted(all, other));
    }

    @Test
    void otherPsidLengthOrKindOfHolderMayNotBeAskedFor() {
        SubjectPermissions bsm = only(BSM, new SspRange.All());
        assertEquals(wanted.app, notPermitted(permits(only(new Psid(33), new SspRange.All()), 0, EndEntityType.APP)));
        assertEquals(wanted.app, notPermitted(permits(bsm, 1, EndEntityType.APP)), "for certificates below its own");
        assertEquals(wanted.app, notPermitted(permits(bsm, 0, EndEntityType.ENROL)));
        enrollment.request = null;
        assertEquals(
                wanted.app,
                RequestRules.notPermitted(
                        wanted.toBeSigned().value(), enrollment.toBeSigned().value()));
    }

    @Test
    void regionLiesInsideThatOfTheEnrolment() {
        GeographicRegion america = new GeographicRegion.IdentifiedRegions(List.of(new UnCountryId(840)));
        GeographicRegion both =
                new GeographicRegion.IdentifiedRegions(List.of(new UnCountryId(840), new UnCountryId(124)));
        assertTrue(RequestRules.isWithin(america, new RegionInForce.Within(both)));
        assertTrue(RequestRules.isWithin(both, new RegionInForce.Worldwide()));
        assertFalse(RequestRules.isWithin(both, new RegionInForce.Within(america)));
        assertFalse(RequestRules.isWithin(
                new GeographicRegion.IdentifiedRegions(List.of()), new RegionInForce.Worldwide()));
    }
}
