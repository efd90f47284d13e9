package org.v2xscms.codec.oer;

/**
 * INTEGER types (ITU-T X.696 clause 10). The constraint decides the form: a range that fits 1, 2, 4 or 8 octets is
 * written in just those, an open one with a length in front.
 */
public final class Integers {

    private Integers() {}

    /** INTEGER (min..max) whose values fit an {@code int}. */
    public static Codec<Integer> integer(String typeName, String module, int min, int max) {
        return longInteger(typeName, module, min, max).as(typeName, module, Math::toIntExact, Integer::longValue);
    }

    /** INTEGER (min..max); the range decides between signed and unsigned and the number of octets (X.696 10.2). */
    public static Codec<Long> longInteger(String typeName, String module, long min, long max) {
        boolean signed = min < 0;
        int octets = signed ? signedOctets(min, max) : unsignedOctets(max);
        return new IntegerCodec(typeName) {
            @Override
            public Long decode(OerReader in) throws DecodeException {
                int start = in.position();
                long value = signed ? in.fixedSigned(octets) : in.fixedUnsigned(octets);
                if (value < min || value > max) {
                    throw in.failure(
                            start,
                            "a " + typeName + " from " + min + " to " + max,
                            Long.toString(value),
                            module + ", " + typeName);
                }
                return value;
            }

            @Override
            public void encode(Long value, OerWriter out) {
                if (value < min || value > max) {
                    throw new IllegalArgumentException(typeName + " is from " + min + " to " + max + ", not " + value);
                }
                out.fixed(value, octets);
            }
        };
    }

    /** INTEGER (0..18446744073709551615) as the 64 bits of a {@code long}. */
    public static Codec<Long> uint64(String typeName) {
        return new IntegerCodec(typeName) {
            @Override
            public Long decode(OerReader in) throws DecodeException {
                return in.fixedUnsigned(8);
            }

            @Override
            public void encode(Long value, OerWriter out) {
                out.fixed(value, 8);
            }

            @Override
            public void print(Long value, Printer out) {
                out.number(typeName, Long.toUnsignedString(value));
            }
        };
    }

    /** INTEGER (0..MAX), with values below 2^63. */
    public static Codec<Long> unsigned(String typeName) {
        return new IntegerCodec(typeName) {
            @Override
            public Long decode(OerReader in) throws DecodeException {
                return in.variableUnsigned();
            }

            @Override
            public void encode(Long value, OerWriter out) {
                out.variableUnsigned(value);
            }
        };
    }

    /** INTEGER without constraint, with values of 64 bits. */
    public static Codec<Long> unconstrained(String typeName) {
        return new IntegerCodec(typeName) {
            @Override
            public Long decode(OerReader in) throws DecodeException {
                return in.variableSigned();
            }

            @Override
            public void encode(Long value, OerWriter out) {
                out.variableSigned(value);
            }
        };
    }

    private static int unsignedOctets(long max) {
        return max <= 0xff ? 1 : max <= 0xffff ? 2 : max <= 0xffff_ffffL ? 4 : 8;
    }

    private static int signedOctets(long min, long max) {
        if (min >= Byte.MIN_VALUE && max <= Byte.MAX_VALUE) {
            return 1;
        }
        if (min >= Short.MIN_VALUE && max <= Short.MAX_VALUE) {
            return 2;
        }
        return min >= Integer.MIN_VALUE && max <= Integer.MAX_VALUE ? 4 : 8;
    }

    private abstract static class IntegerCodec implements Codec<Long> {

        final String typeName;

        IntegerCodec(String typeName) {
            this.typeName = typeName;
        }

        @Override
        public String typeName() {
            return typeName;
        }

        @Override
        public void print(Long value, Printer out) {
            out.number(typeName, Long.toString(value));
        }
    }
}
