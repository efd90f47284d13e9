package org.v2xscms.rootca.profile;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;

/**
 * What the operator decides about the certificates of authorities.
 *
 * @param backdate how long before it is issued a certificate begins. The certificates of the current i-period begin with
 *     that period, a week or more ago, and must lie inside their issuer's validity
 * @param region where everything below the root is valid; absent, worldwide
 * @param reportedPsids the applications the MA takes reports about
 * @param crlSeries the series the CRL signer may sign
 */
public record ProfileSettings(
        Lifetimes lifetimes,
        Duration backdate,
        @Nullable GeographicRegion region,
        List<Psid> reportedPsids,
        List<CrlSeries> crlSeries) {

    public ProfileSettings {
        if (backdate.isNegative()) {
            throw new IllegalArgumentException("a backdate of zero or more, not " + backdate);
        }
        reportedPsids = List.copyOf(reportedPsids);
        crlSeries = List.copyOf(crlSeries);
    }

    /** Worldwide, begun 15 days before; reports about BSMs; CRLs of pseudonyms, infrastructure and enrolment. */
    public static ProfileSettings usual() {
        return new ProfileSettings(
                Lifetimes.usual(),
                Duration.ofDays(15),
                null,
                List.of(new Psid(32)),
                List.of(new CrlSeries(1), new CrlSeries(2), new CrlSeries(4)));
    }
}
