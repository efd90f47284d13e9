package org.v2xscms.la;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.v2xscms.crypto.linkage.LinkageProfile;
import org.v2xscms.crypto.linkage.LinkageRules;

/**
 * The settings of a linkage authority, under {@code scms.la}.
 *
 * @param profile which reading of the maths; fixed with the first chain
 * @param horizon how many i-periods beyond the present one values are given for
 * @param seedsPerDay how many cases a day get a seed
 * @param releaseAge how old the RA's signed release of a chain may be
 * @param offerRetry how long to wait before the ACA is offered the key again
 */
@ConfigurationProperties("scms.la")
public record LinkageSettings(
        @DefaultValue("MOST_SIGNIFICANT") LinkageProfile profile,
        @DefaultValue("160") int horizon,
        @DefaultValue("10") int seedsPerDay,
        @DefaultValue("1d") Duration releaseAge,
        @DefaultValue("2s") Duration offerRetry) {

    /** Seeds by SHA-256, values by AES-128, in the profile. */
    public LinkageRules rules() {
        return LinkageRules.CAMP.with(profile);
    }
}
