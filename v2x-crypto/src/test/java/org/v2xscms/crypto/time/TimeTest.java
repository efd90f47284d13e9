package org.v2xscms.crypto.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTest {

    private static final LeapSeconds KNOWN = LeapSeconds.KNOWN;

    @ParameterizedTest
    @CsvSource({
        "2004-01-01T00:00:00Z, 0",
        "2005-12-31T23:59:59Z, 63158399",
        "2006-01-01T00:00:00Z, 63158401",
        "2015-01-06T09:00:00Z, 347619603",
        "2015-06-30T23:59:59Z, 362793602",
        "2015-07-01T00:00:00Z, 362793604",
        "2016-12-31T23:59:59Z, 410313603",
        "2017-01-01T00:00:00Z, 410313605",
        "2040-01-01T00:00:00Z, 1136073605"
    })
    void utcAndTaiConvertBothWays(Instant utc, long tai) {
        assertEquals(tai, KNOWN.taiSeconds(utc));
        assertEquals(utc, KNOWN.utcOfSeconds(tai));
        assertEquals(tai * 1_000_000 + 250_000, KNOWN.taiMicros(utc.plusMillis(250)));
        assertEquals(utc.plusMillis(250), KNOWN.utcOfMicros(tai * 1_000_000 + 250_000));
    }

    @Test
    void theInsertedSecondReadsAsTheOneAfterIt() {
        Instant after = Instant.parse("2017-01-01T00:00:00Z");
        assertEquals(after.minusSeconds(1), KNOWN.utcOfSeconds(410_313_603));
        assertEquals(after, KNOWN.utcOfSeconds(410_313_604));
        assertEquals(after, KNOWN.utcOfSeconds(410_313_605));
    }

    @Test
    void everySecondFromTheOldestToTheNewestTableEntryRoundTrips() {
        for (long tai = 63_158_401 - 3; tai < 410_313_700; tai += 86_399) {
            assertEquals(tai, KNOWN.taiSeconds(KNOWN.utcOfSeconds(tai)));
        }
    }

    @Test
    void aTableMustBeInOrder() {
        LeapSeconds.Insertion first = KNOWN.insertions().get(0);
        LeapSeconds.Insertion second = KNOWN.insertions().get(1);
        assertThrows(IllegalArgumentException.class, () -> new LeapSeconds(List.of(second, first)));
    }

    @Test
    void periodsStartAndEndWhereRealCertificatesDo() {
        // A production pseudonym certificate of period 142 is valid for 169 hours from 0x19D6B413.
        assertEquals(0x19D6_B413L, IPeriods.CAMP.start(142));
        assertEquals(0x19D6_B413L + 169 * 3600, IPeriods.CAMP.end(142));
        assertEquals(Instant.parse("2015-01-06T09:00:00Z"), KNOWN.utcOfSeconds(IPeriods.CAMP.start(0)));
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
