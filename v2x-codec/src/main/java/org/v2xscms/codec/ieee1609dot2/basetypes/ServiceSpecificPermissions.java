package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/** What a signer may do within one application. */
public sealed interface ServiceSpecificPermissions {

    record Opaque(Octets value) implements ServiceSpecificPermissions {}

    /** Permissions as bits, so that an issuer can restrict them bit by bit. */
    record BitmapSsp(Octets value) implements ServiceSpecificPermissions {}

    record Unknown(UnknownAlternative value) implements ServiceSpecificPermissions {}

    Codec<ServiceSpecificPermissions> CODEC = choice(
            "ServiceSpecificPermissions",
            MODULE,
            alternative("opaque", Strings.octetString("OCTET STRING"), Opaque.class, Opaque::new, Opaque::value),
            extensible(Unknown.class, Unknown::new, Unknown::value),
            alternative(
                    "bitmapSsp",
                    Strings.octetString("BitmapSsp", MODULE, 0, 31),
                    BitmapSsp.class,
                    BitmapSsp::new,
                    BitmapSsp::value));
}
