package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Strings;

/**
 * The kinds of end-entity certificate that a permission to issue or to request may end in.
 *
 * @param bits bit 0 of the BIT STRING is the most significant of the eight
 */
public record EndEntityType(int bits) {

    /** Certificates with appPermissions. */
    public static final EndEntityType APP = new EndEntityType(0x80);

    /** Certificates with certRequestPermissions. */
    public static final EndEntityType ENROL = new EndEntityType(0x40);

    public static final EndEntityType APP_AND_ENROL = new EndEntityType(APP.bits | ENROL.bits);

    public static final Codec<EndEntityType> CODEC = Strings.eightBits("EndEntityType")
            .as("EndEntityType", MODULE, EndEntityType::new, EndEntityType::bits, EndEntityType::note)
            .where("app or enrol set", MODULE, type -> type.bits() != 0);

    public boolean app() {
        return (bits & APP.bits) != 0;
    }

    public boolean enrol() {
        return (bits & ENROL.bits) != 0;
    }

    private String note() {
        return app() && enrol() ? "app, enrol" : app() ? "app" : enrol() ? "enrol" : "none";
    }
}
