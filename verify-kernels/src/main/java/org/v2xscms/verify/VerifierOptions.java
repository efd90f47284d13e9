package org.v2xscms.verify;

/**
 * How a verifier trades memory for speed.
 *
 * @param baseWidth bits per digit in the table of the base point, 4 to 13; 10 is 832 KiB per curve
 * @param keyWidth bits per digit in the tables of keys, 4 to 7: 32, 52, 86 or 148 KiB each
 * @param tableBytes memory for tables of keys, per curve; 0 switches them off
 * @param signaturesPerBuild valid signatures that pay for building one table
 * @param queue signatures worked on at once; larger amortises better, until the caches are exceeded
 */
public record VerifierOptions(int baseWidth, int keyWidth, long tableBytes, int signaturesPerBuild, int queue) {

    public VerifierOptions {
        check(baseWidth >= 4 && baseWidth <= 13, "baseWidth");
        check(keyWidth >= 4 && keyWidth <= 7, "keyWidth");
        check(tableBytes >= 0, "tableBytes");
        check(signaturesPerBuild >= 1, "signaturesPerBuild");
        check(queue >= 1 && queue <= 4096, "queue");
    }

    private static void check(boolean holds, String name) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is out of range");
        }
    }

    /** Tables of 86 KiB for up to 762 senders in 64 MiB. */
    public static VerifierOptions defaults() {
        return new VerifierOptions(10, 6, 64L << 20, 16, 64);
    }

    /** The same without any table of a key: every signature takes the path for unknown keys. */
    public VerifierOptions withoutKeyTables() {
        return withTableBytes(0);
    }

    public VerifierOptions withTableBytes(long bytes) {
        return new VerifierOptions(baseWidth, keyWidth, bytes, signaturesPerBuild, queue);
    }

    public VerifierOptions withKeyWidth(int width) {
        return new VerifierOptions(baseWidth, width, tableBytes, signaturesPerBuild, queue);
    }

    public VerifierOptions withQueue(int signatures) {
        return new VerifierOptions(baseWidth, keyWidth, tableBytes, signaturesPerBuild, signatures);
    }
}
