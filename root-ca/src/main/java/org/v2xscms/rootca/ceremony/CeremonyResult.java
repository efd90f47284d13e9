package org.v2xscms.rootca.ceremony;

import java.util.List;
import java.util.Map;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.crypto.certificate.HashedCertificate;

/** What became of a ceremony. */
public sealed interface CeremonyResult {

    /**
     * Trust is set up and all its files are written.
     *
     * @param certificates by name: those of {@link org.v2xscms.rootca.trust.TrustFolder}
     * @param electors what authorities and devices pin, with the quorum
     */
    record Done(Map<String, HashedCertificate> certificates, List<HashedId48> electors, int quorum)
            implements CeremonyResult {

        public Done {
            certificates = Map.copyOf(certificates);
            electors = List.copyOf(electors);
        }
    }

    /**
     * A request was refused, or too few electors signed. What was written so far stays and is right; the ceremony may be
     * repeated when the reason is gone.
     */
    record Stopped(String reason) implements CeremonyResult {}
}
