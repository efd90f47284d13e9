package org.v2xscms.codec.oer;

/**
 * Octets that are not a legal encoding of the type asked for.
 *
 * <p>The only exception a decoder throws on any input. It says where ({@link #offset}, {@link #path}), what was
 * expected, what stood there instead and which clause decides. It has no stack trace: hostile input must not be made
 * more expensive by our own bookkeeping.
 */
public final class DecodeException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Characters of a path that a message keeps at each end. */
    private static final int PATH_END = 60;

    private final int offset;
    private final String expected;
    private final String found;
    private final String clause;
    private String path = "";

    DecodeException(int offset, String expected, String found, String clause) {
        super(null, null, false, false);
        this.offset = offset;
        this.expected = expected;
        this.found = found;
        this.clause = clause;
    }

    /** Offset in octets from the start of the input at which the fault stands. */
    public int offset() {
        return offset;
    }

    /** Component names from the outermost type inwards, such as {@code toBeSigned.appPermissions[2].psid}. */
    public String path() {
        return path;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }

    /** The clause broken, such as {@code ITU-T X.696 8.6.5}. */
    public String clause() {
        return clause;
    }

    @Override
    public String getMessage() {
        return "offset " + offset + (path.isEmpty() ? "" : ", " + shortened(path)) + ": expected " + expected
                + ", found " + found + " (" + clause + ")";
    }

    /** Deep nesting makes a path that hides the rest of the message: its middle says least. */
    private static String shortened(String path) {
        int length = path.length();
        return length <= 2 * PATH_END
                ? path
                : path.substring(0, PATH_END) + " ... " + path.substring(length - PATH_END);
    }

    /** Adds the component that was being decoded, while the exception travels outwards. */
    DecodeException within(String component) {
        path = path.isEmpty() ? component : path.startsWith("[") ? component + path : component + "." + path;
        return this;
    }
}
