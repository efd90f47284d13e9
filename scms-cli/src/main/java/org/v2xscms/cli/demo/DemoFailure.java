package org.v2xscms.cli.demo;

import java.io.Serial;

/** A step did not turn out as it must; the message says which and how. */
final class DemoFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
