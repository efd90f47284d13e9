package org.v2xscms.codec.ieee1609dot2dot1.certmanagement;

import static org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagement.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/** Ieee1609dot2dot1MsctlType: the kind of a trust list signed by several electors, 0 to 255. */
public record MsctlType(int value) {

    /** fullIeeeCtl, the one kind there is. */
    public static final MsctlType FULL_IEEE_CTL = new MsctlType(1);

    public static final Codec<MsctlType> CODEC = Integers.integer("Ieee1609dot2dot1MsctlType", MODULE, 0, 255)
            .as("Ieee1609dot2dot1MsctlType", MODULE, MsctlType::new, MsctlType::value);

    /** The one kind alone, where a type of another kind cannot hold it; refused in both readings. */
    static final Codec<MsctlType> FULL_IEEE_CTL_CODEC = Integers.integer("Ieee1609dot2dot1MsctlType", MODULE, 1, 1)
            .as("Ieee1609dot2dot1MsctlType", MODULE, MsctlType::new, MsctlType::value);

    public MsctlType {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("a type from 0 to 255, not " + value);
        }
    }
}
