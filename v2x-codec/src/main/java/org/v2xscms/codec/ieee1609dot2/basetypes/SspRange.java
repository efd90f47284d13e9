package org.v2xscms.codec.ieee1609dot2.basetypes;

import static java.util.function.Function.identity;
import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Strings.octetString;

import java.util.List;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** Which service specific permissions a certificate holder may give or ask for. */
public sealed interface SspRange permits SspRange.Opaque, SspRange.All, BitmapSspRange, SspRange.Unknown {

    /** Exactly these; an empty entry also allows leaving the permissions out. */
    record Opaque(List<Octets> value) implements SspRange {
        public Opaque {
            value = List.copyOf(value);
        }
    }

    /** Any; leaving the range out means the same and is preferred. */
    record All() implements SspRange {}

    record Unknown(UnknownAlternative value) implements SspRange {}

    Codec<SspRange> CODEC = choice(
            "SspRange",
            MODULE,
            alternative(
                    "opaque",
                    sequenceOf("SequenceOfOctetString", octetString("OCTET STRING")),
                    Opaque.class,
                    Opaque::new,
                    Opaque::value),
            alternative("all", All.class, All::new),
            extensible(Unknown.class, Unknown::new, Unknown::value),
            alternative("bitmapSspRange", BitmapSspRange.CODEC, BitmapSspRange.class, identity(), identity()));
}
