package org.v2xscms.cli.demo;

import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.obu.provisioning.KeyExpansion;

/**
 * How large the demonstration is and which of the standard's ways it takes.
 *
 * @param vehicles three or more: one misbehaves, one reports, one more learns of it
 * @param weeks i-periods of pseudonym certificates, the present one first
 */
record DemoOptions(int vehicles, int weeks, KeyExpansion expansion, CertificateType type) {

    DemoOptions {
        if (vehicles < 3 || vehicles > 200) {
            throw new IllegalArgumentException("--vehicles: 3 to 200, not " + vehicles);
        }
        if (weeks < 2 || weeks > 52) {
            throw new IllegalArgumentException("--weeks: 2 to 52, not " + weeks);
        }
    }
}
