package org.v2xscms.verify.bench;

import org.v2xscms.verify.SignatureBatch;

/** Received messages that can be parsed, hashed, checked and put into a batch: the seam for the codec's flyweight. */
@FunctionalInterface
public interface MessageSource {

    /** Takes the next message from bytes to a place in {@code batch}. */
    void addNextTo(SignatureBatch batch);
}
