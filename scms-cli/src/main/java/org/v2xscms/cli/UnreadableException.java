package org.v2xscms.cli;

import java.io.IOException;

/** An input that is not what was asked for; the message is the one sentence its user reads, the input's name included. */
public final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableException(String name, String why) {
        super(name + ": " + why);
    }
}
