package org.v2xscms.codec.oer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An OBJECT IDENTIFIER (ITU-T X.696 clause 21).
 *
 * @param content its arcs as BER content octets: base 128, high bit set on all but the last octet of an arc, the first
 *     two arcs joined as 40 * first + second
 */
public record ObjectIdentifier(Octets content) {

    public static final Codec<ObjectIdentifier> CODEC = Strings.octetString("OBJECT IDENTIFIER")
            .as(
                    "OBJECT IDENTIFIER",
                    "ITU-T X.690",
                    ObjectIdentifier::new,
                    ObjectIdentifier::content,
                    ObjectIdentifier::toString);

    private static final int MORE = 0x80;

    /**
     * Octets of the longest arc that is printed as a number: 128 bits, the UUIDs below 2.25. Making a decimal number of a
     * long arc takes work that grows with the square of its length, so hostile input must not be able to ask for it.
     */
    private static final int MAX_DECIMAL_ARC = 19;

    private static final BigInteger ROOT_ARCS = BigInteger.valueOf(80);

    public ObjectIdentifier {
        if (content.isEmpty() || (content.get(content.length() - 1) & MORE) != 0) {
            throw new IllegalArgumentException("an OBJECT IDENTIFIER whose last arc ends");
        }
        for (int i = 0; i < content.length(); i++) {
            boolean first = i == 0 || (content.get(i - 1) & MORE) == 0;
            if (first && (content.get(i) & 0xff) == MORE) {
                throw new IllegalArgumentException("an OBJECT IDENTIFIER whose arcs have no leading zeros");
            }
        }
    }

    /** The arcs in dotted form, such as {@code 1.3.111.2.1609}; in hex if an arc has more than 128 bits. */
    @Override
    public String toString() {
        if (longestArc() > MAX_DECIMAL_ARC) {
            return content.hex();
        }
        List<BigInteger> arcs = new ArrayList<>();
        BigInteger arc = BigInteger.ZERO;
        for (int i = 0; i < content.length(); i++) {
            arc = arc.shiftLeft(7).or(BigInteger.valueOf(content.get(i) & 0x7f));
            if ((content.get(i) & MORE) == 0) {
                arcs.add(arc);
                arc = BigInteger.ZERO;
            }
        }
        BigInteger joined = arcs.removeFirst();
        BigInteger root = joined.divide(BigInteger.valueOf(40)).min(BigInteger.TWO);
        arcs.addFirst(
                joined.compareTo(ROOT_ARCS) < 0 ? joined.mod(BigInteger.valueOf(40)) : joined.subtract(ROOT_ARCS));
        arcs.addFirst(root);
        return arcs.stream().map(BigInteger::toString).collect(Collectors.joining("."));
    }

    private int longestArc() {
        int longest = 0;
        int current = 0;
        for (int i = 0; i < content.length(); i++) {
            longest = Math.max(longest, ++current);
            if ((content.get(i) & MORE) == 0) {
                current = 0;
            }
        }
        return longest;
    }
}
