package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/** The SSP of a role without parameters: ElectorSsp, RootCaSsp and ten others are the same but for their names. */
public record RoleSsp(int version, Additions additions) {

    /** The SSP of the current version. */
    public static final RoleSsp CURRENT = new RoleSsp(Version.CURRENT, Additions.NONE);

    /** The SSP type {@code typeName}. */
    static Codec<RoleSsp> codec(String typeName) {
        return sequence(
                typeName,
                MODULE,
                RoleSsp::new,
                required("version", Version.codec(MODULE), RoleSsp::version),
                extensible(RoleSsp::additions));
    }
}
