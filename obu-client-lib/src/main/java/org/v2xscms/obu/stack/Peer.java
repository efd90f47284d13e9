package org.v2xscms.obu.stack;

import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;

/**
 * A sender whose chain was validated. Time and revocation are asked anew for every message; signatures of the chain are
 * not.
 *
 * @param trust the store the chain was judged by
 * @param memory the messages it has sent
 */
record Peer(HashedCertificate certificate, ValidationResult.Valid chain, TrustStore trust, ReplayMemory memory) {

    /** Whether all certificates of the chain are valid at {@code now}. */
    boolean isValidAt(Time64 now) {
        return chain.steps().stream().allMatch(step -> {
            ValidityPeriod period =
                    step.certificate().certificate().toBeSigned().value().validityPeriod();
            return period.startTime().compareTo(now) <= 0 && now.compareTo(period.endTime()) < 0;
        });
    }

    /** Where a certificate of the chain is listed as revoked. */
    Optional<String> revocation(RevocationCheck lists) {
        return chain.steps().stream()
                .flatMap(step -> lists.listing(step.certificate()).stream())
                .findFirst();
    }
}
