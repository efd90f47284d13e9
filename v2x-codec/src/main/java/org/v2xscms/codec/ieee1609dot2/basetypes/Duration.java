package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;

import org.v2xscms.codec.oer.Codec;

/**
 * How long a certificate is valid: a count of one of seven units, 0 to 65535.
 *
 * <p>The unit is part of the value: two durations of the same length in different units are different encodings, and
 * a certificate is signed over the one its issuer chose.
 */
public sealed interface Duration {

    int value();

    /** The exact length; at most about 2.1 * 10^18. */
    long toMicroseconds();

    /** The length in whole seconds: units below a second are rounded down. */
    static long wholeSeconds(Duration duration) {
        return duration.toMicroseconds() / 1_000_000;
    }

    record Microseconds(int value) implements Duration {
        public Microseconds {
            UnsignedIntegers.require("microseconds", value, 65535);
        }

        @Override
        public long toMicroseconds() {
            return value;
        }
    }

    record Milliseconds(int value) implements Duration {
        public Milliseconds {
            UnsignedIntegers.require("milliseconds", value, 65535);
        }

        @Override
        public long toMicroseconds() {
            return value * 1_000L;
        }
    }

    record Seconds(int value) implements Duration {
        public Seconds {
            UnsignedIntegers.require("seconds", value, 65535);
        }

        @Override
        public long toMicroseconds() {
            return value * 1_000_000L;
        }
    }

    record Minutes(int value) implements Duration {
        public Minutes {
            UnsignedIntegers.require("minutes", value, 65535);
        }

        @Override
        public long toMicroseconds() {
            return value * 60_000_000L;
        }
    }

    record Hours(int value) implements Duration {
        public Hours {
            UnsignedIntegers.require("hours", value, 65535);
        }

        @Override
        public long toMicroseconds() {
            return value * 3_600_000_000L;
        }
    }

    record SixtyHours(int value) implements Duration {
        public SixtyHours {
            UnsignedIntegers.require("sixtyHours", value, 65535);
        }

        @Override
        public long toMicroseconds() {
            return value * 216_000_000_000L;
        }
    }

    /** Average years of the Gregorian calendar, 31,556,952 seconds. */
    record Years(int value) implements Duration {
        public Years {
            UnsignedIntegers.require("years", value, 65535);
        }

        @Override
        public long toMicroseconds() {
            return value * 31_556_952_000_000L;
        }
    }

    Codec<Duration> CODEC = choice(
            "Duration",
            MODULE,
            alternative(
                    "microseconds",
                    UnsignedIntegers.UINT16,
                    Microseconds.class,
                    Microseconds::new,
                    Microseconds::value),
            alternative(
                    "milliseconds",
                    UnsignedIntegers.UINT16,
                    Milliseconds.class,
                    Milliseconds::new,
                    Milliseconds::value),
            alternative("seconds", UnsignedIntegers.UINT16, Seconds.class, Seconds::new, Seconds::value),
            alternative("minutes", UnsignedIntegers.UINT16, Minutes.class, Minutes::new, Minutes::value),
            alternative("hours", UnsignedIntegers.UINT16, Hours.class, Hours::new, Hours::value),
            alternative("sixtyHours", UnsignedIntegers.UINT16, SixtyHours.class, SixtyHours::new, SixtyHours::value),
            alternative("years", UnsignedIntegers.UINT16, Years.class, Years::new, Years::value));
}
