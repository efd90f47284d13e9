package org.v2xscms.kernel.http;

import java.io.IOException;

/** A request's body turned out to be longer than the limit while it was read. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("request body over the limit");
    }
}
