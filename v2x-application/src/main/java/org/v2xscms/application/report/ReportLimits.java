package org.v2xscms.application.report;

/**
 * What a report may hold, for who writes it and who reads it.
 *
 * @param streams evidence streams
 * @param pdus messages in all streams together
 * @param observations in all targets together
 * @param octets length of the sealed report
 */
public record ReportLimits(int streams, int pdus, int observations, int octets) {

    /** 20 messages of at most 2.3 kB each, which is the longest frame on the road, with room for certificates. */
    public static final ReportLimits STANDARD = new ReportLimits(4, 20, 16, 65_536);
}
