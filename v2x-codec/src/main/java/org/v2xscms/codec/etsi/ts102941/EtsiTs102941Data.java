package org.v2xscms.codec.etsi.ts102941;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/**
 * What every message of TS 102 941 carries as its innermost payload. Its version is always 1 and, as the type allows no
 * other here, one octet.
 */
public record EtsiTs102941Data(EtsiTs102941DataContent content) {

    private static final int VERSION = 1;

    public static final Codec<EtsiTs102941Data> CODEC = sequence(
            "EtsiTs102941Data",
            EtsiTs102941.MESSAGES,
            (version, content) -> new EtsiTs102941Data(content),
            required("version", Integers.integer("Version", EtsiTs102941.MESSAGES, VERSION, VERSION), data -> VERSION),
            required("content", EtsiTs102941DataContent.CODEC, EtsiTs102941Data::content));
}
