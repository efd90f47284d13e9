package org.v2xscms.rootca.trust;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MultiSignedCtl;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.Encoded;

/** What became of a trust list. */
public sealed interface TrustListResult {

    /** The list in force, durable. */
    record Current(Encoded<UnsecuredSpdu<MultiSignedCtl>> spdu) implements TrustListResult {}

    /**
     * Too few electors signed; the list before stays in force.
     *
     * @param signed how many did
     * @param reasons why the others did not
     */
    record QuorumMissing(int signed, int quorum, List<String> reasons) implements TrustListResult {

        public QuorumMissing {
            reasons = List.copyOf(reasons);
        }
    }
}
