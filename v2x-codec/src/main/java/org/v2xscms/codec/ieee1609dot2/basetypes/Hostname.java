package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Strings;

/** A UTF-8 name of at most 255 characters whose content is a matter of policy. */
public record Hostname(String value) {

    public static final Codec<Hostname> CODEC = Strings.utf8String("Hostname")
            .as("Hostname", MODULE, Hostname::new, Hostname::value)
            .where(
                    "at most 255 characters",
                    MODULE,
                    name -> name.value().codePointCount(0, name.value().length()) <= 255);
}
