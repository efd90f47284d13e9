package org.v2xscms.ma.crl;

import java.nio.file.Path;
import java.time.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;

/**
 * How lists are made.
 *
 * @param craca the certificate in whose name they are
 * @param pseudonyms the series of pseudonym certificates, revoked by linkage seeds
 * @param applications the series of certificates without linkage values, revoked by hash
 * @param interval after how long a list is issued again though nothing changed
 * @param validity from issueDate to nextCrl; three intervals or more, so that a failed attempt is no gap
 * @param folder where the published lists are
 */
public record CrlSettings(
        HashedId8 craca,
        CrlSeries pseudonyms,
        CrlSeries applications,
        Duration interval,
        Duration validity,
        Path folder) {

    private static final int ATTEMPTS = 3;

    public CrlSettings {
        if (interval.isNegative() || interval.isZero() || validity.compareTo(interval.multipliedBy(ATTEMPTS)) < 0) {
            throw new IllegalArgumentException(
                    "a list valid for " + validity + " must be issued at least every " + validity.dividedBy(ATTEMPTS));
        }
    }
}
