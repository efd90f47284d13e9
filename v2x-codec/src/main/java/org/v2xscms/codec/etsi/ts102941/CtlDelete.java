package org.v2xscms.codec.etsi.ts102941;

import static org.v2xscms.codec.etsi.ts102941.EtsiTs102941.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Strings;

/** What is no longer trusted or offered. */
public sealed interface CtlDelete {

    record Cert(HashedId8 certificate) implements CtlDelete {}

    /** A distribution centre. */
    record Dc(String url) implements CtlDelete {}

    record Unknown(UnknownAlternative value) implements CtlDelete {}

    Codec<CtlDelete> CODEC = choice(
            "CtlDelete",
            MODULE,
            alternative("cert", HashedId8.CODEC, Cert.class, Cert::new, Cert::certificate),
            alternative("dc", Strings.ia5String("Url"), Dc.class, Dc::new, Dc::url),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
