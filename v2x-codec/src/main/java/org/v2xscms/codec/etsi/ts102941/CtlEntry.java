package org.v2xscms.codec.etsi.ts102941;

import static org.v2xscms.codec.etsi.ts102941.EtsiTs102941.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** Who or what is trusted. */
public sealed interface CtlEntry {

    record Rca(RootCaEntry entry) implements CtlEntry {}

    record Ea(EaEntry entry) implements CtlEntry {}

    record Aa(AaEntry entry) implements CtlEntry {}

    record Dc(DcEntry entry) implements CtlEntry {}

    record Tlm(TlmEntry entry) implements CtlEntry {}

    record Unknown(UnknownAlternative value) implements CtlEntry {}

    Codec<CtlEntry> CODEC = choice(
            "CtlEntry",
            MODULE,
            alternative("rca", RootCaEntry.CODEC, Rca.class, Rca::new, Rca::entry),
            alternative("ea", EaEntry.CODEC, Ea.class, Ea::new, Ea::entry),
            alternative("aa", AaEntry.CODEC, Aa.class, Aa::new, Aa::entry),
            alternative("dc", DcEntry.CODEC, Dc.class, Dc::new, Dc::entry),
            alternative("tlm", TlmEntry.CODEC, Tlm.class, Tlm::new, Tlm::entry),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
