package org.v2xscms.kernel.audit;

import org.v2xscms.codec.oer.Octets;

/** Signs checkpoints with a key that signs nothing else. */
@FunctionalInterface
public interface CheckpointSigner {

    Octets sign(Octets checkpoint);
}
