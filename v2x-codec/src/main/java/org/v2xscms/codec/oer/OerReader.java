package org.v2xscms.codec.oer;

import java.util.ArrayList;
import java.util.List;

/**
 * A cursor over one received buffer that reads the primitives of ITU-T X.696 and enforces canonical form and limits.
 *
 * <p>Every method either returns a legal value or throws; in {@link Reading#AS_RECEIVED} a departure that leaves the
 * meaning clear is recorded by {@link #deviates} instead. Nothing is allocated from a length or count field before it
 * has been compared with the octets that are left. Not thread-safe; one per decoding.
 */
public final class OerReader {

    /** Octets that an error quotes. */
    private static final int SHOWN = 8;

    private final byte[] buffer;
    private final int start;
    private final Reading reading;
    private final List<Deviation> deviations = new ArrayList<>(0);
    private int position;
    private int limit;
    private int depth;
    private int elements;

    private OerReader(Octets input, Reading reading) {
        this.buffer = input.array();
        this.start = input.offset();
        this.position = start;
        this.limit = start + input.length();
        this.reading = reading;
    }

    static OerReader over(Octets input, Reading reading) throws DecodeException {
        int max = reading.limits().maxOctets();
        if (input.length() > max) {
            throw new DecodeException(
                    0, "at most " + max + " octets", input.length() + " octets", "decoder limit on input size");
        }
        return new OerReader(input, reading);
    }

    /** Octets from the start of the input. */
    public int position() {
        return position - start;
    }

    public int remaining() {
        return limit - position;
    }

    public boolean strict() {
        return reading.strict();
    }

    List<Deviation> deviations() {
        return List.copyOf(deviations);
    }

    /** What was read since {@code from}, a value of {@link #position}. */
    public Octets octetsSince(int from) {
        return new Octets(buffer, start + from, position - start - from);
    }

    /** What was read since {@code from} as a reader of an error sees it: in hex, the beginning of it if it is long. */
    String shownSince(int from) {
        Octets octets = octetsSince(from);
        return octets.length() <= SHOWN
                ? octets.hex() + " in hex"
                : octets.slice(0, SHOWN).hex() + "... in hex, " + octets.length() + " octets";
    }

    public DecodeException failure(int offset, String expected, String found, String clause) {
        return new DecodeException(offset, expected, found, clause);
    }

    /** A departure whose meaning is clear: refused when strict, noted otherwise. */
    public void deviates(int offset, String expected, String found, String clause) throws DecodeException {
        if (reading.strict()) {
            throw failure(offset, expected, found, clause);
        }
        deviations.add(new Deviation(offset, expected, found, clause));
    }

    // Reading alternatives of a type that changed between editions: remember, try, go back.

    /** A point to return to by {@link #reset}. */
    public record Mark(int position, int limit, int depth, int deviations) {}

    public Mark mark() {
        return new Mark(position, limit, depth, deviations.size());
    }

    /** Goes back to {@code mark}; work spent on elements stays spent, so trying twice cannot be abused. */
    public void reset(Mark mark) {
        position = mark.position();
        limit = mark.limit();
        depth = mark.depth();
        deviations.subList(mark.deviations(), deviations.size()).clear();
    }

    // Constructed types

    void enter(String typeName) throws DecodeException {
        if (++depth > reading.limits().maxDepth()) {
            throw failure(
                    position(),
                    "at most " + reading.limits().maxDepth() + " types inside one another",
                    "another " + typeName,
                    "decoder limit on nesting");
        }
    }

    void leave() {
        depth--;
    }

    /** Narrows the input to the next {@code length} octets and returns the limit to give back to {@link #close}. */
    int open(int length) {
        int outer = limit;
        limit = position + length;
        return outer;
    }

    /** Ends the narrowing; octets the inner type did not read are a departure. */
    void close(int outer, String typeName) throws DecodeException {
        if (position != limit) {
            deviates(position(), "end of " + typeName, remaining() + " more octets in its open type", "ITU-T X.696 30");
            position = limit;
        }
        limit = outer;
    }

    /**
     * Reads octets of this input once more that stood in it as opaque ones, as exactly one value of {@code codec}. Errors
     * carry the offset in this input; limits go on counting.
     *
     * @param component where the octets stand, for the path of an error
     * @param part what an earlier read of this input returned
     */
    @SuppressWarnings("ReferenceEquality") // the same array, not one with equal content
    public <T> T inside(String component, Octets part, Codec<T> codec) throws DecodeException {
        if (part.array() != buffer) {
            throw new IllegalArgumentException(component + " is not a part of this input");
        }
        int behind = position;
        int outer = limit;
        position = part.offset();
        limit = position + part.length();
        try {
            T value = codec.decode(this);
            close(outer, codec.typeName());
            return value;
        } catch (DecodeException e) {
            throw e.within(component);
        } finally {
            position = behind;
            limit = outer;
        }
    }

    /** The element count of a SEQUENCE OF, checked against the octets left and the budget (X.696 17.2). */
    int quantity(String typeName) throws DecodeException {
        int at = position();
        int octets = length();
        int before = position;
        long count = unsigned(octets, at, "ITU-T X.696 17.2");
        if (octets > 1 && buffer[before] == 0) {
            deviates(at, "the shortest quantity field", octets + " octets", "ITU-T X.696 17.2");
        }
        if (count > remaining()) {
            throw failure(
                    at,
                    "a count of " + typeName + " elements that fits the " + remaining() + " octets left",
                    Long.toString(count),
                    "ITU-T X.696 17.2");
        }
        elements += (int) count;
        if (elements > reading.limits().maxElements()) {
            throw failure(
                    at,
                    "at most " + reading.limits().maxElements() + " list elements in all",
                    Integer.toString(elements),
                    "decoder limit on list elements");
        }
        return (int) count;
    }

    /**
     * The preamble of a SEQUENCE: {@code bits} presence bits, most significant first, padded with zeros to whole octets
     * (X.696 16.2).
     *
     * @param bits 1 to 31
     */
    int preamble(int bits) throws DecodeException {
        int at = position();
        int octets = (bits + 7) >>> 3;
        need(octets, "ITU-T X.696 16.2");
        int value = 0;
        for (int i = 0; i < octets; i++) {
            value = value << 8 | (buffer[position++] & 0xff);
        }
        int padding = octets * 8 - bits;
        if ((value & (1 << padding) - 1) != 0) {
            deviates(at, "zero padding in the preamble", octetsSince(at).hex(), "ITU-T X.696 16.2.3");
        }
        return value >>> padding;
    }

    // Primitives

    public int uint8() throws DecodeException {
        need(1, "ITU-T X.696 8.1");
        return buffer[position++] & 0xff;
    }

    public int uint16() throws DecodeException {
        need(2, "ITU-T X.696 10.2");
        int value = (buffer[position] & 0xff) << 8 | (buffer[position + 1] & 0xff);
        position += 2;
        return value;
    }

    /** A big-endian unsigned integer of {@code octets} octets; the 64-bit form may come out negative. */
    public long fixedUnsigned(int octets) throws DecodeException {
        need(octets, "ITU-T X.696 10.2");
        long value = 0;
        for (int i = 0; i < octets; i++) {
            value = value << 8 | (buffer[position++] & 0xff);
        }
        return value;
    }

    /** A big-endian two's complement integer of {@code octets} octets. */
    public long fixedSigned(int octets) throws DecodeException {
        int unused = 64 - 8 * octets;
        return fixedUnsigned(octets) << unused >> unused;
    }

    /** INTEGER (0..MAX): length and the shortest unsigned form (X.696 10.3); at most 2^63 - 1. */
    public long variableUnsigned() throws DecodeException {
        int at = position();
        int octets = length();
        int before = position;
        long value = unsigned(octets, at, "ITU-T X.696 10.3");
        if (octets > 1 && buffer[before] == 0) {
            deviates(at, "the shortest unsigned integer", octetsSince(at).hex(), "ITU-T X.696 10.3");
        }
        return value;
    }

    /** INTEGER: length and the shortest two's complement form (X.696 10.4); at most 64 bits. */
    public long variableSigned() throws DecodeException {
        int at = position();
        int octets = length();
        if (octets < 1 || octets > 8) {
            throw failure(at, "an integer of 1 to 8 octets", octets + " octets", "ITU-T X.696 10.4");
        }
        int first = remaining() > 0 ? buffer[position] : 0;
        int second = remaining() > 1 ? buffer[position + 1] : 0;
        long value = fixedSigned(octets);
        if (octets > 1 && ((first == 0 && second >= 0) || (first == -1 && second < 0))) {
            deviates(
                    at, "the shortest two's complement integer", octetsSince(at).hex(), "ITU-T X.696 10.4");
        }
        return value;
    }

    private long unsigned(int octets, int at, String clause) throws DecodeException {
        if (octets < 1) {
            throw failure(at, "an integer of at least one octet", "none", clause);
        }
        long value = 0;
        for (int i = 0; i < octets; i++) {
            if (value >>> 55 != 0) {
                throw failure(at, "an integer below 2^63", octets + " octets", clause);
            }
            value = value << 8 | (buffer[position++] & 0xff);
        }
        return value;
    }

    /**
     * A length determinant, shortest form (X.696 8.6): one octet below 128, otherwise the number of length octets with
     * the high bit set. Never more than the octets left.
     */
    public int length() throws DecodeException {
        int at = position();
        int first = uint8();
        if (first < 0x80) {
            return within(first, at);
        }
        int octets = first & 0x7f;
        if (octets == 0) {
            throw failure(at, "a definite length", "80", "ITU-T X.696 8.6.5");
        }
        need(octets, "ITU-T X.696 8.6.5");
        int before = position;
        long length = 0;
        for (int i = 0; i < octets; i++) {
            if (length >>> 24 != 0) {
                throw failure(at, "a length that fits the input", octets + " length octets", "ITU-T X.696 8.6.5");
            }
            length = length << 8 | (buffer[position++] & 0xff);
        }
        if (length < 0x80 || buffer[before] == 0) {
            deviates(at, "the shortest length determinant", octetsSince(at).hex(), "ITU-T X.696 8.6.5");
        }
        return within(length, at);
    }

    private int within(long length, int at) throws DecodeException {
        if (length > remaining()) {
            throw failure(
                    at,
                    "a length that fits the " + remaining() + " octets left",
                    Long.toString(length),
                    "ITU-T X.696 8.6");
        }
        return (int) length;
    }

    /** The next {@code count} octets, sharing the input. */
    public Octets octets(int count) throws DecodeException {
        need(count, "ITU-T X.696 14.1");
        Octets octets = new Octets(buffer, position, count);
        position += count;
        return octets;
    }

    private void need(int count, String clause) throws DecodeException {
        if (count > limit - position) {
            throw failure(position(), count + " more octets", remaining() + " before the end", clause);
        }
    }
}
