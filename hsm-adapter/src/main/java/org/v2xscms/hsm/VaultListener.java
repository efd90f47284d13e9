package org.v2xscms.hsm;

/** Told of every change of a token's state, on the thread that caused it; must return at once. */
@FunctionalInterface
public interface VaultListener {

    void stateChanged(String token, VaultState from, VaultState to, String reason);
}
