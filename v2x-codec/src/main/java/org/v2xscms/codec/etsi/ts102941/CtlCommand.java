package org.v2xscms.codec.etsi.ts102941;

import static org.v2xscms.codec.etsi.ts102941.EtsiTs102941.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;

import java.util.List;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** One change to the trusted set. */
public sealed interface CtlCommand {

    record Add(CtlEntry entry) implements CtlCommand {}

    record Delete(CtlDelete entry) implements CtlCommand {}

    record Unknown(UnknownAlternative value) implements CtlCommand {}

    Codec<CtlCommand> CODEC = choice(
            "CtlCommand",
            MODULE,
            alternative("add", CtlEntry.CODEC, Add.class, Add::new, Add::entry),
            alternative("delete", CtlDelete.CODEC, Delete.class, Delete::new, Delete::entry),
            extensible(Unknown.class, Unknown::new, Unknown::value));

    Codec<List<CtlCommand>> SEQUENCE_OF = sequenceOf("SEQUENCE OF CtlCommand", CODEC);
}
