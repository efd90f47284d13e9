package org.v2xscms.codec.ieee1609dot2dot1.camp;

import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Codec;

/** What the types of this package share. */
final class Camp {

    static final String MODULE = "CAMP proof of concept, version 1";

    static final Codec<Integer> VERSION = UnsignedIntegers.version(CampScmsContent.VERSION, MODULE);

    private Camp() {}
}
