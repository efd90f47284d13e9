package org.v2xscms.obu.provisioning;

import java.util.List;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.trustlist.TrustListRule;

/** What came of a trust list or chain file offered to a device. */
public sealed interface TrustUpdate {

    /**
     * From now on the list decides.
     *
     * @param roots what is trusted now
     */
    record Accepted(int sequenceNumber, List<HashedCertificate> roots) implements TrustUpdate {}

    /** The list is the one in force; certificates that came with it were taken. */
    record Unchanged() implements TrustUpdate {}

    /** What was trusted before stays so. */
    record Refused(TrustListRule rule, String found) implements TrustUpdate {}

    /** Not a trust list or chain file. */
    record Unreadable(String reason) implements TrustUpdate {}
}
