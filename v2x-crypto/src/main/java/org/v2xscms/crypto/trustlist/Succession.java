package org.v2xscms.crypto.trustlist;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CtlSequenceNumber;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CtlSeriesId;

/**
 * What the next trust list of a series must satisfy: it is either pinned by configuration or follows from the last list
 * accepted.
 *
 * @param last the number of the last list; null before the first
 * @param effective when the last list took effect; null before the first
 * @param electors SHA-384 hashes of the certificates of the electors who may sign
 * @param quorum how many of them must, from 1 to their number
 */
public record Succession(
        CtlSeriesId series,
        @Nullable CtlSequenceNumber last,
        @Nullable Time32 effective,
        Set<HashedId48> electors,
        int quorum) {

    public Succession {
        electors = Set.copyOf(electors);
        if (quorum < 1 || quorum > electors.size()) {
            throw new IllegalArgumentException("a quorum of " + quorum + " among " + electors.size() + " electors");
        }
    }

    /** The beginning of a series: the electors and the quorum that configuration trusts. */
    public static Succession pinned(CtlSeriesId series, Set<HashedId48> electors, int quorum) {
        return new Succession(series, null, null, electors, quorum);
    }

    /** Whether the same electors with the same quorum decide. */
    public boolean hasSameElectorsAs(Succession other) {
        return electors.equals(other.electors) && quorum == other.quorum;
    }
}
