package org.v2xscms.crypto.trustlist;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId32;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.FullIeeeTbsCtl;
import org.v2xscms.crypto.certificate.HashedCertificate;

/**
 * A trust list that its predecessor's electors have approved.
 *
 * @param contents what they signed
 * @param roots the approved root CA certificates that came with the list: trust anchors
 * @param missing approved root CAs whose certificates did not come with the list
 * @param next what the list after this one must satisfy
 */
public record TrustList(
        FullIeeeTbsCtl contents, List<HashedCertificate> roots, List<HashedId32> missing, Succession next) {

    public TrustList {
        roots = List.copyOf(roots);
        missing = List.copyOf(missing);
    }
}
