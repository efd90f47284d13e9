package org.v2xscms.ra.request;

import org.jspecify.annotations.Nullable;
import org.v2xscms.ra.device.EnrolledDevice;

/**
 * A request that no rule refuses.
 *
 * @param series the CRL series of weekly certificates; null for a single one
 * @param firstI the first i-period with certificates; for a single one, that in which it begins
 * @param lastI the last one this request is answered for
 * @param validFrom TAI seconds since 2004: when the first certificate begins
 * @param validTo when the last one ends
 */
public record Admitted(
        EnrolledDevice device,
        Wish wish,
        @Nullable Integer series,
        int firstI,
        int lastI,
        long validFrom,
        long validTo) {}
