package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSspRange;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** The applications that a permission to issue or to request is about. */
public sealed interface SubjectPermissions {

    /** These. */
    record Explicit(List<PsidSspRange> value) implements SubjectPermissions {
        public Explicit {
            value = List.copyOf(value);
        }
    }

    /** All that no other entry of the same list names. */
    record All() implements SubjectPermissions {}

    record Unknown(UnknownAlternative value) implements SubjectPermissions {}

    Codec<SubjectPermissions> CODEC = choice(
            "SubjectPermissions",
            MODULE,
            alternative("explicit", PsidSspRange.SEQUENCE_OF, Explicit.class, Explicit::new, Explicit::value),
            alternative("all", All.class, All::new),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
