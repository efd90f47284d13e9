package org.v2xscms.rootca.trust;

import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CtlSeriesId;
import org.v2xscms.codec.oer.Octets;

/**
 * What the operator decides about the trust list.
 *
 * @param series the group of electors, unique in the world
 * @param electors how many there are; odd and at least three, so that one may fail and no two lists can both have a
 *     majority
 * @param quorum how many must sign
 */
public record TrustListSettings(CtlSeriesId series, int electors, int quorum) {

    public TrustListSettings {
        if (electors < 3 || electors % 2 == 0) {
            throw new IllegalArgumentException("an odd number of electors, three or more, not " + electors);
        }
        if (quorum <= electors / 2 || quorum > electors) {
            throw new IllegalArgumentException(
                    "a quorum of more than half of " + electors + " electors, not " + quorum);
        }
    }

    /** Three electors, of whom two must sign. */
    public static TrustListSettings twoOfThree(Octets series) {
        return new TrustListSettings(new CtlSeriesId(series), 3, 2);
    }
}
