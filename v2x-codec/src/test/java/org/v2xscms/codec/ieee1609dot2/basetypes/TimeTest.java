package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTest {

    private static final Instant EPOCH = Instant.parse("2004-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2004-01-01T00:00:00Z, 0",
        "2005-12-31T23:59:59Z, 0",
        "2006-01-01T00:00:00Z, 1",
        "2008-12-31T23:59:59Z, 1",
        "2009-01-01T00:00:00Z, 2",
        "2012-06-30T23:59:59Z, 2",
        "2012-07-01T00:00:00Z, 3",
        "2015-06-30T23:59:59Z, 3",
        "2015-07-01T00:00:00Z, 4",
        "2016-12-31T23:59:59Z, 4",
        "2017-01-01T00:00:00Z, 5",
        "2026-11-22T00:00:00Z, 5"
    })
    void leapSecondsCountFromTheDayAfterThem(Instant instant, long leapSeconds) {
        Time32 time = Time32.of(instant);
        assertEquals(EPOCH.until(instant, ChronoUnit.SECONDS) + leapSeconds, time.seconds());
        assertEquals(instant, time.toInstant());
        assertEquals(time.seconds() * 1_000_000, Time64.of(instant).microseconds());
        assertEquals(instant, Time64.of(instant).toInstant());
    }

    @Test
    void aLeapSecondFallsTogetherWithTheFirstSecondAfterIt() {
        long before = Time32.of(Instant.parse("2016-12-31T23:59:59Z")).seconds();
        Instant midnight = Instant.parse("2017-01-01T00:00:00Z");
        assertEquals(midnight, new Time32(before + 1).toInstant());
        assertEquals(midnight, new Time32(before + 2).toInstant());
        assertEquals(before + 2, Time32.of(midnight).seconds());
    }

    @Test
    void microsecondsAreKeptAndFractionsOfThemAreNot() {
        Instant instant = Instant.parse("2026-01-01T00:00:00.123456789Z");
        assertEquals(
                Instant.parse("2026-01-01T00:00:00.123456Z"), Time64.of(instant).toInstant());
        assertEquals(Instant.parse("2026-01-01T00:00:00Z"), Time32.of(instant).toInstant());
    }

    @Test
    void timesBeforeTheEpochAndBeyondThirtyTwoBitsAreRefused() {
        Instant before = EPOCH.minusMillis(1);
        assertThrows(IllegalArgumentException.class, () -> Time32.of(before));
        assertThrows(IllegalArgumentException.class, () -> Time64.of(before));
        assertEquals(
                0xffff_ffffL, Time32.of(new Time32(0xffff_ffffL).toInstant()).seconds());
        Instant beyond = new Time32(0xffff_ffffL).toInstant().plusSeconds(1);
        assertThrows(IllegalArgumentException.class, () -> Time32.of(beyond));
    }

    @Test
    void all64BitsOfATimeCompareAsUnsigned() {
        assertTrue(new Time64(-1).compareTo(new Time64(Long.MAX_VALUE)) > 0);
        assertEquals(
                List.of(new Time64(0), new Time64(5), new Time64(-1)),
                List.of(new Time64(-1), new Time64(0), new Time64(5)).stream()
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "8000ff, 255",
        "8100ff, 255000",
        "8200ff, 255000000",
        "830002, 120000000",
        "8400a9, 608400000000",
        "850002, 432000000000",
        "860003, 94670856000000"
    })
    void aDurationIsACountOfItsUnit(String hex, long microseconds) throws Exception {
        Duration duration = Wire.strict(Duration.CODEC, hex);
        assertEquals(microseconds, duration.toMicroseconds());
        assertEquals(microseconds / 1_000_000, Duration.wholeSeconds(duration));
    }

    @Test
    void aValidityPeriodEndsItsDurationAfterItsStart() throws Exception {
        ValidityPeriod period = Wire.strict(ValidityPeriod.CODEC, "00000010" + "8101f4");
        assertEquals(new Time64(16_000_000), period.startTime());
        assertEquals(new Time64(16_500_000), period.endTime());
    }
}
