package org.v2xscms.cli;

/** What every sub-command's exit code means. */
public final class ExitCode {
    /** The job was done, or the answer is yes. */
    public static final int OK = 0;

    /** The question was understood and the answer is no: not valid, not identical. */
    public static final int NEGATIVE = 1;

    /** No answer: bad usage, input that cannot be read, or a fault. */
    public static final int UNREADABLE = 2;

    private ExitCode() {}
}
