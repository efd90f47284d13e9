package org.v2xscms.codec.misbehaviour;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/** A misbehaviour report of SAE J3287, version 1 on the wire: plain, signed, or signed and encrypted. */
public record SaeJ3287Data(EtsiTs103759MbrSec content) {

    private static final int VERSION = 1;

    public static final Codec<SaeJ3287Data> CODEC = sequence(
            "SaeJ3287Data",
            EtsiTs103759.J3287,
            (version, content) -> new SaeJ3287Data(content),
            required("version", Integers.integer("Uint8", EtsiTs103759.J3287, VERSION, VERSION), data -> VERSION),
            required("content", EtsiTs103759MbrSec.J3287_CODEC, SaeJ3287Data::content));
}
