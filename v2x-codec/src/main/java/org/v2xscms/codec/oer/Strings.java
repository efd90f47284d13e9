package org.v2xscms.codec.oer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** OCTET STRING, BIT STRING, UTF8String, IA5String and BOOLEAN (ITU-T X.696 clauses 9, 13, 14, 27). */
public final class Strings {

    private Strings() {}

    /** OCTET STRING of any size: a length, then the octets. */
    public static Codec<Octets> octetString(String typeName) {
        return new OctetString(typeName, -1);
    }

    /** OCTET STRING (SIZE (min..max)). */
    public static Codec<Octets> octetString(String typeName, String module, int min, int max) {
        return new OctetString(typeName, -1)
                .where(
                        min + " to " + max + " octets of " + typeName,
                        module,
                        value -> value.length() >= min && value.length() <= max);
    }

    /** OCTET STRING (SIZE (size)): the octets alone. */
    public static Codec<Octets> fixedOctetString(String typeName, int size) {
        return new OctetString(typeName, size);
    }

    /** BIT STRING (SIZE (8)): one octet, bit 0 is the most significant. */
    public static Codec<Integer> eightBits(String typeName) {
        return new Codec<>() {
            @Override
            public String typeName() {
                return typeName;
            }

            @Override
            public Integer decode(OerReader in) throws DecodeException {
                return in.uint8();
            }

            @Override
            public void encode(Integer value, OerWriter out) {
                out.uint8(value);
            }

            @Override
            public void print(Integer value, Printer out) {
                out.octets(typeName, Octets.of(value.byteValue()));
            }
        };
    }

    /** BIT STRING of any size: a length, the number of unused bits in the last octet, the octets. */
    public static Codec<BitString> bitString(String typeName) {
        return new Codec<>() {
            @Override
            public String typeName() {
                return typeName;
            }

            @Override
            public BitString decode(OerReader in) throws DecodeException {
                int start = in.position();
                int length = in.length();
                if (length == 0) {
                    throw in.failure(start, "the unused bit count of " + typeName, "nothing", "ITU-T X.696 13.3");
                }
                int unused = in.uint8();
                Octets octets = in.octets(length - 1);
                if (unused > 7 || (octets.isEmpty() && unused > 0)) {
                    throw in.failure(start, "0 to 7 unused bits", unused + " unused bits", "ITU-T X.696 13.3");
                }
                if (!octets.isEmpty() && (octets.get(octets.length() - 1) & (1 << unused) - 1) != 0) {
                    in.deviates(start, "zero in the unused bits", octets.hex(), "ITU-T X.696 13.3");
                }
                return new BitString(octets, unused);
            }

            @Override
            public void encode(BitString value, OerWriter out) {
                out.length(value.octets().length() + 1);
                out.uint8(value.unusedBits());
                out.octets(value.octets());
            }

            @Override
            public void print(BitString value, Printer out) {
                out.note(value.length() + " bits");
                out.octets(typeName, value.octets());
            }
        };
    }

    /** UTF8String: a length in octets, then UTF-8. */
    public static Codec<String> utf8String(String typeName) {
        return new Characters(typeName, StandardCharsets.UTF_8);
    }

    /** IA5String: a length, then seven-bit characters. */
    public static Codec<String> ia5String(String typeName) {
        return new Characters(typeName, StandardCharsets.US_ASCII);
    }

    /** BOOLEAN: FF or 00 in canonical OER. */
    public static Codec<Boolean> bool(String typeName) {
        return new Codec<>() {
            @Override
            public String typeName() {
                return typeName;
            }

            @Override
            public Boolean decode(OerReader in) throws DecodeException {
                int start = in.position();
                int octet = in.uint8();
                if (octet != 0 && octet != 0xff) {
                    in.deviates(start, "00 or FF", HexFormat.of().toHexDigits((byte) octet), "ITU-T X.696 9.2");
                }
                return octet != 0;
            }

            @Override
            public void encode(Boolean value, OerWriter out) {
                out.uint8(value ? 0xff : 0);
            }

            @Override
            public void print(Boolean value, Printer out) {
                out.name(typeName, value ? "TRUE" : "FALSE");
            }
        };
    }

    private record OctetString(String typeName, int size) implements Codec<Octets> {

        @Override
        public Octets decode(OerReader in) throws DecodeException {
            return in.octets(size < 0 ? in.length() : size);
        }

        @Override
        public void encode(Octets value, OerWriter out) {
            if (size < 0) {
                out.length(value.length());
            } else if (value.length() != size) {
                throw new IllegalArgumentException(typeName + " has " + size + " octets, not " + value.length());
            }
            out.octets(value);
        }

        @Override
        public void print(Octets value, Printer out) {
            out.octets(typeName, value);
        }
    }

    private record Characters(String typeName, Charset charset) implements Codec<String> {

        @Override
        public String decode(OerReader in) throws DecodeException {
            int start = in.position();
            byte[] bytes = in.octets(in.length()).toByteArray();
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                throw in.failure(
                        start,
                        "valid " + charset + " in " + typeName,
                        HexFormat.of().formatHex(bytes),
                        "ITU-T X.696 27");
            }
        }

        @Override
        public void encode(String value, OerWriter out) {
            Octets octets = Octets.of(value.getBytes(charset));
            out.length(octets.length());
            out.octets(octets);
        }

        @Override
        public void print(String value, Printer out) {
            out.text(typeName, value);
        }
    }
}
