package org.v2xscms.kernel.intent;

import java.util.function.Supplier;
import org.v2xscms.codec.oer.Octets;

/**
 * One thing to be answered once: an enrolment, or a device's whole period as one packed object.
 *
 * @param period where it is kept
 * @param requestId 32 octets that name what may be answered only once in the period; its meaning is the authority's
 * @param requestHash SHA-256 of the request as received: another content under the same id is refused
 * @param signatures how many signatures an answer takes
 * @param toBeSigned builds what is to be signed; asked only if the request is not known yet, and its result is stored
 *     before anything is signed. A retry or a recovery signs the stored octets, never rebuilt ones
 */
public record IssuanceRequest(
        Period period, Octets requestId, Octets requestHash, int signatures, Supplier<Octets> toBeSigned) {

    private static final int HASH_LENGTH = 32;

    public IssuanceRequest {
        if (requestId.length() != HASH_LENGTH || requestHash.length() != HASH_LENGTH) {
            throw new IllegalArgumentException("request id and hash have 32 octets");
        }
        if (signatures < 1) {
            throw new IllegalArgumentException("an answer takes at least one signature");
        }
    }

    IntentKey key() {
        return new IntentKey(period.number(), requestId);
    }
}
