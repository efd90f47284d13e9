package org.v2xscms.eca;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.v2xscms.eca.request.EnrollmentRules;
import org.v2xscms.eca.request.RequestLimits;

/**
 * The settings of an enrolment CA, under {@code scms.eca}. The parameters eca-maxAge, eca-maxReqs and eca-minWait are those
 * of IEEE 1609.2.1-2022; eca-maxWait says how long a device waits and is nothing the ECA refuses by.
 *
 * @param psids the applications a device may ask certificates for: BSM and misbehaviour report for vehicles, WSA and
 *     intersections for roadside units
 * @param years the longest validity of an enrolment certificate
 * @param crlSeries where an enrolment certificate would be revoked
 * @param backdate how long before it is issued a certificate may begin. Certificates of the current i-period begin with
 *     it, a week or more ago
 * @param maxAge how old a request may be
 * @param maxRequests how many requests of a device count in seven days
 * @param minWait how far apart two requests of a device must be generated
 * @param retry how long to wait before the same request is sent again while another is at work on it
 */
@ConfigurationProperties("scms.eca")
public record EnrollmentSettings(
        @DefaultValue({"32", "38", "130", "135"}) List<Long> psids,
        @DefaultValue("6") int years,
        @DefaultValue("4") int crlSeries,
        @DefaultValue("15d") Duration backdate,
        @DefaultValue("1d") Duration maxAge,
        @DefaultValue("10") int maxRequests,
        @DefaultValue("0s") Duration minWait,
        @DefaultValue("2s") Duration retry) {

    EnrollmentRules.Profile profile() {
        return new EnrollmentRules.Profile(psids, years, crlSeries, backdate);
    }

    RequestLimits.Limits limits() {
        return new RequestLimits.Limits(maxAge, maxRequests, minWait);
    }
}
