package org.v2xscms.kernel.http;

/** How much an authority tells about a refusal: the parameter {@code scmsV3-error} of IEEE 1609.2.1-2022. */
public enum ErrorMode {
    /** Status, error header and {@code Retry-After}. */
    FINE,
    /** A bare 500 for everything, so that an answer tells nothing about an identity. */
    COARSE
}
