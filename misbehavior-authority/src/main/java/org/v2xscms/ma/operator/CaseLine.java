package org.v2xscms.ma.operator;

import org.jspecify.annotations.Nullable;

/**
 * One case in a list.
 *
 * @param caseId 32 hex digits
 * @param kind {@code pseudonym} or {@code application}
 * @param period the i-period of the certificate; null for an application certificate
 * @param reporters how many different certificates reported it
 */
public record CaseLine(
        String caseId, String state, String kind, @Nullable Integer period, int reporters, int approvals) {}
