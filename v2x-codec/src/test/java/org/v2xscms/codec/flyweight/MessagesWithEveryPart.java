package org.v2xscms.codec.flyweight;

import java.util.List;

/** Made-up messages that together have every part the flyweight knows. */
final class MessagesWithEveryPart {

    private static final String X = "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20";
    private static final String X48 = X + "a1a2a3a4a5a6a7a8a9aaabacadaeafb0";
    private static final String SIGNATURE = "80" + "84" + X + X + X;
    private static final String DIGEST = "80" + "f1f2f3f4f5f6f7f8";
    private static final String DATA = "40" + "0380" + "02" + "aabb";
    private static final String HASH_AND_OMITTED = "a0" + "8130" + X48 + "020780" + "00";
    private static final String DATA_AND_HASH = "60" + "0380" + "00" + "80" + X;

    private static final String CERTIFICATE_TAIL = "0000" + "20000000" + "830001";
    private static final String REQUESTED = "00" + "03" + "01" + "80" + "c1c2c3c4c5c6c7c8" + "10" + "83" + "000000"
            + CERTIFICATE_TAIL + "0101" + "00" + "0120" + "81" + "82" + X;

    private static final String CONTRIBUTED = "0103"
            + "01" + "0101" + "0a" + "01" + "08" + "0102030405060708"
            + "02" + "0102" + "0f" + "01" + "0d" + "80" + "0102030405060708" + "20000000"
            + "0d" + "03" + "0b" + "c0" + "0102030405060708" + "0102"
            + "09" + "0101" + "03" + "aabbcc";

    private static final String BARE_HEADER = "00" + "02" + "0203";
    private static final String FULL_HEADER = "fe" + "0120"
            + "0000000000000102" + "0000000000000304"
            + "1dcd6500" + "e2329b00" + "0fff"
            + "a1a2a3"
            + "80" + "b1b2b3" + "0005" + "0206c0" + "01ff" + "00"
            + "80" + "01" + "8221" + "82" + X
            + "0203f8"
            + "08" + "0102" + "c1c2c3" + "d1d2d3"
            + length(REQUESTED) + REQUESTED
            + "01" + "02"
            + length(CONTRIBUTED) + CONTRIBUTED
            + "02" + "eeff";
    private static final String SYMMETRIC_KEY_HEADER = "02" + "0120" + "81" + "80" + X.substring(32);

    private static final String CA_CERTIFICATE = "80" + "03" + "00" + "8208" + "c1c2c3c4c5c6c7c8"
            + "ff" + "8104" + "726f6f74" + "010203" + CERTIFICATE_TAIL
            + "80" + "1dcd6500" + "e2329b00" + "0064"
            + "61"
            + "0101" + "00" + "0123"
            + "0102" + "c0" + "81" + "0102" + "01ff"
            + "a0" + "80" + "0104"
            + "80" + "0120" + "81"
            + "80" + "0121" + "80" + "0102" + "0101" + "00"
            + "80" + "0122" + "8208" + "03" + "010203" + "03" + "ffffff"
            + "00" + "0123"
            + "0100" + "c0"
            + "0101" + "20" + "81" + "40"
            + "00" + "81" + "82" + X
            + "80" + "8231" + "82" + X48
            + "0203f8"
            + "01" + "80"
            + "0c" + "0102" + "01" + "04" + "03" + "2b6f02" + "09" + "02" + "aabb"
            + "07" + "0102" + "01" + "8000" + "02" + "81"
            + "04" + "0101" + "01" + "81"
            + "00"
            + "8261" + "80" + X48 + X48;

    private static final String RECTANGLE = "1dcd6500" + "e2329b00" + "1dcd6400" + "e2329c00";
    private static final String RECTANGLES_CERTIFICATE = "80" + "03" + "00" + "8100"
            + "50" + "82" + "03" + "010203" + "010203" + CERTIFICATE_TAIL
            + "81" + "0101" + RECTANGLE
            + "0102" + "80" + "0124" + "80" + "02" + "0102" + "80" + "0125" + "8103" + "02" + "0102"
            + "80" + "81" + "84" + X + X
            + "81" + "83" + X + X;
    private static final String POLYGON_CERTIFICATE = "80" + "03" + "00" + "80" + "c1c2c3c4c5c6c7c8"
            + "50" + "83" + "010203" + CERTIFICATE_TAIL
            + "82" + "0104" + RECTANGLE + RECTANGLE
            + "0101" + "00" + "0124"
            + "80" + "8331" + "83" + X48
            + "838191" + "84" + X48 + X48 + X48;
    private static final String COUNTRIES_CERTIFICATE = "00" + "03" + "01" + "8308" + "c1c2c3c4c5c6c7c8"
            + "70" + "80" + "00" + "0102" + "a1a2a3a4a5a6a7a8a9" + "010203" + CERTIFICATE_TAIL
            + "83" + "0103"
            + "80" + "0348"
            + "81" + "0348" + "0102" + "0506"
            + "82" + "0348" + "0101" + "07" + "0102" + "00010002"
            + "c0"
            + "0101" + "00" + "0120"
            + "81" + "83" + X;

    static final List<String> HEX = List.of(
            "0381" + "00" + DATA + FULL_HEADER + DIGEST + SIGNATURE,
            "0381" + "01" + HASH_AND_OMITTED + SYMMETRIC_KEY_HEADER + DIGEST + SIGNATURE,
            "0381" + "00" + DATA_AND_HASH + BARE_HEADER + "810101" + CA_CERTIFICATE + "8261" + "83" + X48 + X48,
            "0381" + "00" + DATA + BARE_HEADER + "810101" + RECTANGLES_CERTIFICATE + SIGNATURE,
            "0381" + "00" + DATA + BARE_HEADER + "810101" + POLYGON_CERTIFICATE + "8361" + "80" + X48 + X48,
            "0381" + "02" + DATA + BARE_HEADER + "810101" + COUNTRIES_CERTIFICATE + "8440" + X + X);

    private MessagesWithEveryPart() {}

    private static String length(String hex) {
        return "%02x".formatted(hex.length() / 2);
    }
}
