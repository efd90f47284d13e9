package org.v2xscms.codec.oer;

/**
 * A departure from canonical OER or from the current schema edition that {@link Reading#AS_RECEIVED} tolerates.
 *
 * @param offset octets from the start of the input
 * @param expected what the clause asks for
 * @param found what stands there
 * @param clause the clause departed from
 */
public record Deviation(int offset, String expected, String found, String clause) {

    @Override
    public String toString() {
        return "offset " + offset + ": expected " + expected + ", found " + found + " (" + clause + ")";
    }
}
