package org.v2xscms.pca;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of an authorization CA, under {@code scms.pca}.
 *
 * @param pseudonymPsids the applications a pseudonym certificate may be for: BSM and misbehaviour reports by default
 * @param applicationPsids the applications another certificate may be for: SPAT and MAP, TIM, WSA by default
 * @param implicit whether implicit certificates are issued, which takes a vault that can
 * @param horizon how many i-periods ahead
 * @param applicationValidity the longest life of a certificate that is no pseudonym
 * @param pseudonymCrlSeries the CRL series of pseudonym certificates
 * @param applicationCrlSeries that of others
 * @param threads how many threads sign; as many as the machine has processors if 0
 * @param batches how many batches are worked on at a time; more wait outside
 * @param resolutionsPerDay how many cases a day may learn of a request
 * @param retention how long rows are kept after what they are about has expired
 * @param requestAge how old a single request may be; an RA may cut the time in it to the day, and a retry changes nothing
 */
@ConfigurationProperties("scms.pca")
public record IssuanceSettings(
        @DefaultValue({"32", "38"}) Set<Long> pseudonymPsids,
        @DefaultValue({"130", "131", "135"}) Set<Long> applicationPsids,
        @DefaultValue("true") boolean implicit,
        @DefaultValue("160") int horizon,
        @DefaultValue("31d") Duration applicationValidity,
        @DefaultValue("1") int pseudonymCrlSeries,
        @DefaultValue("2") int applicationCrlSeries,
        @DefaultValue("0") int threads,
        @DefaultValue("2") int batches,
        @DefaultValue("10") int resolutionsPerDay,
        @DefaultValue("90d") Duration retention,
        @DefaultValue("25h") Duration requestAge) {}
