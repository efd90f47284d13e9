package org.v2xscms.hsm.policy;

import org.v2xscms.codec.oer.Octets;

/**
 * How many signatures each key has made. Counts only grow, and are taken before a signature is handed out: after a
 * crash they may exceed an authority's records by the calls that were in flight, and never fall short of them.
 */
public interface SignatureCounters extends AutoCloseable {

    /**
     * Counts one signature.
     *
     * @param key the compressed public point
     */
    void count(Octets key);

    /** Signatures so far, zero for a key that was never seen. */
    long of(Octets key);

    @Override
    void close();
}
