package org.v2xscms.kernel.audit;

import org.v2xscms.codec.oer.Octets;

/** Knows the key of the authority whose chain is examined. */
@FunctionalInterface
public interface CheckpointVerifier {

    boolean verify(Octets checkpoint, Octets signature);
}
