package org.v2xscms.ma;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.crypto.linkage.LinkageProfile;
import org.v2xscms.ma.intake.IntakeLimits;

/**
 * The settings of this authority alone, under {@code scms.ma}.
 *
 * @param intake limits of reports
 * @param crl how lists are made
 * @param profile how linkage values are made, the same as at the linkage authorities
 * @param background whether cases and lists go on by themselves; off only where a test drives them
 * @param retry how long to wait before asking again those who gave no answer
 */
@ConfigurationProperties("scms.ma")
record MaSettings(
        @DefaultValue Intake intake,
        @DefaultValue Crl crl,
        @DefaultValue("MOST_SIGNIFICANT") LinkageProfile profile,
        @DefaultValue("true") boolean background,
        @DefaultValue("2s") Duration retry) {

    /** See {@link IntakeLimits}. */
    record Intake(
            @DefaultValue("1") int threshold,
            @DefaultValue("20") int perReporter,
            @DefaultValue("1073741824") long disk,
            @DefaultValue("4") int atATime) {

        IntakeLimits limits() {
            return new IntakeLimits(threshold, perReporter, disk, atATime);
        }
    }

    /**
     * See {@link org.v2xscms.ma.crl.CrlSettings}.
     *
     * @param pseudonyms the series of pseudonym certificates
     * @param applications the series of certificates revoked by hash
     */
    record Crl(
            @DefaultValue("6h") Duration interval,
            @DefaultValue("24h") Duration validity,
            @DefaultValue("1") int pseudonyms,
            @DefaultValue("2") int applications) {

        CrlSeries pseudonymSeries() {
            return new CrlSeries(pseudonyms);
        }

        CrlSeries applicationSeries() {
            return new CrlSeries(applications);
        }
    }
}
