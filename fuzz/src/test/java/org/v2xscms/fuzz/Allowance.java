package org.v2xscms.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.v2xscms.codec.oer.Octets;

/**
 * How many bytes may be allocated for an input; what is measured is the thread's allocation, never time.
 *
 * @param fixed bytes whatever the input: buffers, one exception with its texts
 * @param perOctet bytes for each octet of the input
 */
record Allowance(String work, long fixed, long perOctet) {

    /**
     * For decoding in both readings. The dearest octets are the preamble of a SEQUENCE that says that all of up to 20
     * components are absent (an array and a record with a reference for each, 4 or 8 bytes, twice) and a two-octet
     * length in non-minimal form (a note with two texts); both stay below 200 bytes an octet.
     */
    static final Allowance DECODING = new Allowance("decoding", 1 << 14, 500);

    /**
     * For a tree and JSON. The dearest octet is one that gets a line of its own: up to 60 levels of indentation, a name
     * of 30 characters, a note, twice over for a growing buffer.
     */
    static final Allowance PRINTING = new Allowance("printing", 1 << 14, 2000);

    /** The first time the JVM links what the code needs, and that counts for the same thread. */
    private static final int ATTEMPTS = 3;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Does the work and checks what it allocated. */
    void check(Octets input, Runnable run) {
        boolean within = false;
        for (int attempt = 0; attempt < ATTEMPTS && !within; attempt++) {
            within = holds(input, run);
        }
        DecoderRules.require(within, this + " exceeded by " + input.length() + " octets");
    }

    private boolean holds(Octets input, Runnable run) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        run.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before <= fixed + perOctet * input.length();
    }
}
