package org.v2xscms.kernel.http;

/**
 * The greatest request body an authority takes unless it is configured otherwise: a bean of authorities whose messages are
 * larger than {@link #USUAL}.
 */
public record LargestBody(long octets) {

    /** One MiB. */
    public static final LargestBody USUAL = new LargestBody(1 << 20);
}
