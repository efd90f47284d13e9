package org.v2xscms.ra;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the registration authority, under {@code scms.ra}; names of IEEE 1609.2.1-2022 in brackets.
 *
 * @param certificatesPerWeek pseudonym certificates of one device in one i-period (time-baseCertNumber), 1 to 255
 * @param preloadWeeks how many i-periods after the present one are prepared (ra-maxPreloadTime), at most 155
 * @param maxWeeks for how many i-periods one request is answered, batch after batch
 * @param maxRequests requests of one device in 7 days, by their generationTime (ra-maxReqs)
 * @param maxAge how old a request may be (ra-maxAge)
 * @param tolerance how far a device's clock may be ahead
 * @param downloadMaxAge how old a signed download request may be (download-maxAge)
 * @param maxApplicationValidity the longest validity of a single certificate
 * @param maxOverlap how long two single certificates of the same permissions may both be valid (ra-maxOverlap)
 * @param plainDownloads whether a download request may come unsecured (session-eeAuth off)
 * @param plainReports whether misbehaviour reports may come unencrypted
 * @param worker whether this process prepares weeks by itself
 * @param interval the pause between two rounds of that
 * @param blocksPerDay how many cases may block a device on one day
 */
@ConfigurationProperties("scms.ra")
public record RaSettings(
        @DefaultValue("20") int certificatesPerWeek,
        @DefaultValue("12") int preloadWeeks,
        @DefaultValue("156") int maxWeeks,
        @DefaultValue("10") int maxRequests,
        @DefaultValue("24h") Duration maxAge,
        @DefaultValue("30s") Duration tolerance,
        @DefaultValue("10m") Duration downloadMaxAge,
        @DefaultValue("366d") Duration maxApplicationValidity,
        @DefaultValue("1h") Duration maxOverlap,
        @DefaultValue("false") boolean plainDownloads,
        @DefaultValue("false") boolean plainReports,
        @DefaultValue("true") boolean worker,
        @DefaultValue("500ms") Duration interval,
        @DefaultValue("20") int blocksPerDay,
        @DefaultValue Mix mix,
        @DefaultValue Reports reports) {

    /**
     * When a mixture of requests goes to the ACA.
     *
     * @param minDevices as soon as it holds requests of so many devices
     * @param maxWait or when the oldest has waited so long, however few devices there are
     * @param batchSize the greatest number of requests in one message, at most 5,000
     */
    public record Mix(
            @DefaultValue("10") int minDevices,
            @DefaultValue("1m") Duration maxWait,
            @DefaultValue("1000") int batchSize) {}

    /**
     * How many misbehaviour reports are passed on in one minute.
     *
     * @param perDevice of a device that says who it is to this authority
     * @param anonymous of all that do not
     * @param total of all
     */
    public record Reports(
            @DefaultValue("10") int perDevice,
            @DefaultValue("60") int anonymous,
            @DefaultValue("600") int total) {}

    public RaSettings {
        if (certificatesPerWeek < 1 || certificatesPerWeek > 255 || preloadWeeks < 0 || preloadWeeks > 155) {
            throw new IllegalArgumentException(
                    "scms.ra: 1 to 255 certificates a week and 0 to 155 weeks of preload are possible");
        }
    }
}
