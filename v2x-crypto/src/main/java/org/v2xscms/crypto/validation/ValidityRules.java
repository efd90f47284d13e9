package org.v2xscms.crypto.validation;

import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;

/** Rules on time: a certificate is valid from its start up to, not including, start plus duration. */
final class ValidityRules {

    private ValidityRules() {}

    static void checkWithin(ValidityPeriod subject, ValidityPeriod issuer, Findings findings) {
        boolean within = subject.startTime().compareTo(issuer.startTime()) >= 0
                && subject.endTime().compareTo(issuer.endTime()) <= 0;
        findings.require(
                within,
                Rule.VALIDITY_WITHIN_ISSUER,
                "validityPeriod",
                text(subject) + " with an issuer of " + text(issuer));
    }

    static void checkAt(ValidityPeriod period, Time64 at, Findings findings) {
        boolean valid = period.startTime().compareTo(at) <= 0 && at.compareTo(period.endTime()) < 0;
        findings.require(valid, Rule.VALID_AT_TIME, "validityPeriod", at.toInstant() + " is not in " + text(period));
    }

    static String text(ValidityPeriod period) {
        return period.startTime().toInstant() + " to " + period.endTime().toInstant();
    }
}
