package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * The SSP of a misbehaviour authority.
 *
 * @param relevantPsids the applications it takes reports about; reports are encrypted to its certificate
 */
public record MaSsp(int version, List<Psid> relevantPsids, Additions additions) {

    public static final Codec<MaSsp> CODEC = sequence(
            "MaSsp",
            MODULE,
            MaSsp::new,
            required("version", Version.codec(MODULE), MaSsp::version),
            required("relevantPsids", sequenceOf("SequenceOfPsid", Psid.CODEC), MaSsp::relevantPsids),
            extensible(MaSsp::additions));

    public MaSsp {
        relevantPsids = List.copyOf(relevantPsids);
    }

    /** A value of the current version. */
    public static MaSsp of(List<Psid> relevantPsids) {
        return new MaSsp(Version.CURRENT, relevantPsids, Additions.NONE);
    }
}
