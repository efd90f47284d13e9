package org.v2xscms.ma.crl;

import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.linkage.LinkageRules;
import org.v2xscms.crypto.linkage.LinkageSeed;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * A revoked device: both seeds of one period, which give away its linkage values from that period on.
 *
 * @param i the period of both seeds
 * @param iMax the last period with certificates
 * @param jMax how many certificates it has in each
 */
record RevokedDevice(int jMax, LaId la1, LaId la2, int iMax, int i, Octets seed1, Octets seed2) {

    /** The device with the seeds of a later period. */
    RevokedDevice at(int later, LinkageRules rules) {
        return new RevokedDevice(
                jMax, la1, la2, iMax, later, seed(rules, la1, i, seed1, later), seed(rules, la2, i, seed2, later));
    }

    static Octets seed(LinkageRules rules, LaId la, int i, Octets seed, int later) {
        try (LinkageSeed present = new LinkageSeed(rules, la.octets(), i, SecretOctets.copyOf(seed.toByteArray()));
                LinkageSeed advanced = present.at(later)) {
            return advanced.octets().disclose();
        }
    }
}
