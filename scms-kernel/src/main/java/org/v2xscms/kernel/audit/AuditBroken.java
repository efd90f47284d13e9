package org.v2xscms.kernel.audit;

/** The stored chain contradicts itself or its checkpoints. Nothing is signed until an operator has found out why. */
public final class AuditBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuditBroken(String message) {
        super(message);
    }
}
