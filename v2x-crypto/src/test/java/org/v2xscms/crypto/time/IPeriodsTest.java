package org.v2xscms.crypto.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;

class IPeriodsTest {

    @Test
    void periodsStartAndEndWhereRealCertificatesDo() {
        // A production pseudonym certificate of period 142 is valid for 169 hours from 0x19D6B413.
        assertEquals(0x19D6_B413L, IPeriods.CAMP.start(142));
        assertEquals(0x19D6_B413L + 169 * 3600, IPeriods.CAMP.end(142));
        assertEquals(Instant.parse("2015-01-06T09:00:00Z"), new Time32(IPeriods.CAMP.start(0)).toInstant());
    }

    @Test
    void aPeriodRunsFromItsStartToTheSecondBeforeTheNext() {
        long start = IPeriods.CAMP.start(142);
        assertEquals(141, IPeriods.CAMP.at(start - 1));
        assertEquals(142, IPeriods.CAMP.at(start));
        assertEquals(142, IPeriods.CAMP.at(start + 604_799));
        assertEquals(143, IPeriods.CAMP.at(start + 604_800));
        assertEquals(-1, IPeriods.CAMP.at(347_619_602L));
    }

    @Test
    void periodsAreConfigurableWithinReason() {
        IPeriods days = new IPeriods(0, 86_400, 0);
        assertEquals(3, days.at(3 * 86_400));
        assertEquals(4 * 86_400, days.end(3));
        assertThrows(IllegalArgumentException.class, () -> new IPeriods(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new IPeriods(0, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> new IPeriods(-1, 1, 0));
    }
}
