package org.v2xscms.codec.ieee1609dot2dot1;

import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Codec;

/**
 * The version octet most structures of IEEE 1609.2.1 begin with.
 *
 * <p>A structure of another version is refused when strict. As received it is read under the current edition and the
 * difference noted, which is right where only the number differs, such as in the permissions of CAMP certificates.
 */
public final class Version {

    /** The version of all structures of the 2022 edition. */
    public static final int CURRENT = 2;

    private Version() {}

    /** Uint8 (2). */
    public static Codec<Integer> codec(String module) {
        return UnsignedIntegers.version(CURRENT, module);
    }
}
