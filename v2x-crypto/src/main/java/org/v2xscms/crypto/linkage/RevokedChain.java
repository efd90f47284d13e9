package org.v2xscms.crypto.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * One individual entry of a linkage CRL (IEEE 1609.2-2022 7.3.4): both seeds of a device, good for all its certificates
 * from the period of revocation on. Closing it wipes both seeds.
 */
public final class RevokedChain implements AutoCloseable {

    /**
     * How many periods after iRev a receiver will follow a chain unless told otherwise: three years of weeks, the longest
     * supply of pseudonym certificates that deployments foresee. The bound matters because iMax comes from a CRL and
     * iCert from any sender, both up to 65535.
     */
    public static final int DEFAULT_WALK = 156;

    private final LinkageSeed first;
    private final LinkageSeed second;
    private final int iRev;
    private final int iMax;
    private final int jMax;
    private final int walk;

    /**
     * The entry as the CRL states it.
     *
     * @param first seed of the first authority at iRev, owned by the new object, as is {@code second}
     * @param iMax the last period with certificates
     * @param jMax the number of certificates per period: j runs from 0 to jMax - 1
     * @param walk the largest distance from iRev that is followed
     */
    public RevokedChain(LinkageSeed first, LinkageSeed second, int iMax, int jMax, int walk) {
        this(first, second, first.period(), iMax, jMax, walk);
    }

    private RevokedChain(LinkageSeed first, LinkageSeed second, int iRev, int iMax, int jMax, int walk) {
        first.rules().requireSame(second.rules());
        if (first.period() != second.period()) {
            throw new IllegalArgumentException(
                    "seeds of periods " + first.period() + " and " + second.period() + " in one entry");
        }
        this.first = first;
        this.second = second;
        this.iRev = iRev;
        this.iMax = iMax;
        this.jMax = jMax;
        this.walk = walk;
    }

    /** Whether the entry says anything about {@code period}, and whether it is near enough to be followed there. */
    public Reach reach(int period) {
        if (period < first.period() || period > iMax) {
            return Reach.OUTSIDE;
        }
        return period - iRev > walk ? Reach.TOO_FAR : Reach.WITHIN;
    }

    public enum Reach {
        WITHIN,
        /** Before the seeds' period or after iMax: the entry does not speak of this period. */
        OUTSIDE,
        /** Further from iRev than the walk allows: the receiver cannot tell and must not trust the certificate. */
        TOO_FAR
    }

    /** The entry with its seeds moved on to {@code period}, which must be {@link Reach#WITHIN}, to be kept from then on. */
    public RevokedChain advanceTo(int period) {
        requireWithin(period);
        return new RevokedChain(first.at(period), second.at(period), iRev, iMax, jMax, walk);
    }

    /** All jMax linkage values of {@code period}, which must be {@link Reach#WITHIN}. */
    public List<LinkageValue> linkageValues(int period) {
        requireWithin(period);
        try (LinkageSeed one = first.at(period);
                LinkageSeed two = second.at(period)) {
            List<PreLinkageValue> left = one.preLinkageValues(0, jMax);
            List<PreLinkageValue> right = two.preLinkageValues(0, jMax);
            List<LinkageValue> values = new ArrayList<>(jMax);
            for (int j = 0; j < jMax; j++) {
                values.add(left.get(j).combine(right.get(j)));
            }
            return values;
        }
    }

    private void requireWithin(int period) {
        if (reach(period) != Reach.WITHIN) {
            throw new IllegalArgumentException("period " + period + " is " + reach(period));
        }
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
