package org.v2xscms.verify.crl;

/**
 * What the individual revocations under one IMaxGroup of a linkage CRL share (IEEE 1609.2 7.3.6).
 *
 * @param la1Id identifier of linkage authority 1, 0 to 65535
 * @param la2Id identifier of linkage authority 2
 * @param iMax the last period revoked
 * @param firstJ the first j of a period, 0 or 1 by deployment
 * @param jMax how many certificates a device has per period
 */
public record RevocationGroup(int la1Id, int la2Id, int iMax, int firstJ, int jMax) {

    private static final int MOST = 65_535;

    public RevocationGroup {
        boolean fits = la1Id >= 0 && la1Id <= MOST && la2Id >= 0 && la2Id <= MOST && iMax >= 0 && iMax <= MOST;
        if (!fits || firstJ < 0 || jMax < 1 || jMax > 255) {
            throw new IllegalArgumentException("not a group of a linkage CRL");
        }
    }
}
