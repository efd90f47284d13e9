package org.v2xscms.pca.certificate;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;
import org.v2xscms.messages.RequestDigest;

/**
 * Where a pseudonym certificate came from.
 *
 * @param plv1 one linkage authority's share, 9 octets
 * @param plv2 the other's
 * @param request the request's digest
 * @param ra the certificate of the RA that asked
 */
public record Origin(Octets plv1, Octets plv2, RequestDigest request, HashedId8 ra) {

    static final Codec<Origin> CODEC = sequence(
            "Origin",
            PlannedCertificate.MODULE,
            Origin::new,
            required("plv1", Strings.fixedOctetString("PreLinkageValue", 9), Origin::plv1),
            required("plv2", Strings.fixedOctetString("PreLinkageValue", 9), Origin::plv2),
            required("request", RequestDigest.CODEC, Origin::request),
            required("ra", HashedId8.CODEC, Origin::ra));
}
