package org.v2xscms.codec.ieee1609dot2dot1.acara;

import static org.v2xscms.codec.ieee1609dot2dot1.acara.AcaRa.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * The two pre-linkage values from which the ACA makes a linkage value.
 *
 * @param encPlv1 from one LA
 * @param encPlv2 from the other LA
 */
public record LinkageInfo(EncryptedIndividualPLV encPlv1, EncryptedIndividualPLV encPlv2, Additions additions) {

    public static final Codec<LinkageInfo> CODEC = sequence(
            "LinkageInfo",
            MODULE,
            LinkageInfo::new,
            required("encPlv1", EncryptedIndividualPLV.CODEC, LinkageInfo::encPlv1),
            required("encPlv2", EncryptedIndividualPLV.CODEC, LinkageInfo::encPlv2),
            extensible(LinkageInfo::additions));

    /** A value of the current edition. */
    public static LinkageInfo of(EncryptedIndividualPLV encPlv1, EncryptedIndividualPLV encPlv2) {
        return new LinkageInfo(encPlv1, encPlv2, Additions.NONE);
    }
}
