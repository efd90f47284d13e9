package org.v2xscms.codec.ieee1609dot2dot1.certmanagement;

import static org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagement.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * When the certificate of a misbehaviour authority was last renewed.
 *
 * @param psids the applications it takes reports about
 * @param updated when its certificate was renewed
 */
public record MaInfoStatus(List<Psid> psids, Time32 updated, Additions additions) {

    public static final Codec<MaInfoStatus> CODEC = sequence(
            "MaInfoStatus",
            MODULE,
            MaInfoStatus::new,
            required("psids", sequenceOf("SequenceOfPsid", Psid.CODEC), MaInfoStatus::psids),
            required("updated", Time32.CODEC, MaInfoStatus::updated),
            extensible(MaInfoStatus::additions));

    public MaInfoStatus {
        psids = List.copyOf(psids);
    }

    /** A value of the current edition. */
    public static MaInfoStatus of(List<Psid> psids, Time32 updated) {
        return new MaInfoStatus(psids, updated, Additions.NONE);
    }
}
