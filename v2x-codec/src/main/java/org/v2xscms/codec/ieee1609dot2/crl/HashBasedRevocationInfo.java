package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId10;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * One revoked certificate.
 *
 * @param id its whole-certificate hash
 * @param expiry the end of its validity, after which it need not be listed
 */
public record HashBasedRevocationInfo(HashedId10 id, Time32 expiry, Additions additions) {

    /** The type as of 2022: with an extension marker, so each entry begins with a preamble octet. */
    public static final Codec<HashBasedRevocationInfo> CODEC = sequence(
            "HashBasedRevocationInfo",
            MODULE,
            HashBasedRevocationInfo::new,
            required("id", HashedId10.CODEC, HashBasedRevocationInfo::id),
            required("expiry", Time32.CODEC, HashBasedRevocationInfo::expiry),
            extensible(HashBasedRevocationInfo::additions));

    /** The type as of 2016 and 2017: 14 octets, nothing else. */
    static final Codec<HashBasedRevocationInfo> CODEC_2016 = sequence(
            "HashBasedRevocationInfo",
            MODULE,
            (id, expiry) -> new HashBasedRevocationInfo(id, expiry),
            required("id", HashedId10.CODEC, HashBasedRevocationInfo::id),
            required("expiry", Time32.CODEC, HashBasedRevocationInfo::expiry));

    public HashBasedRevocationInfo(HashedId10 id, Time32 expiry) {
        this(id, expiry, Additions.NONE);
    }
}
