package org.v2xscms.codec.misbehaviour;

import static org.v2xscms.codec.misbehaviour.EtsiTs103759.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/** A misbehaviour report of TS 103 759 V2.2.1, version 3 on the wire: plain, signed, or signed and encrypted. */
public record EtsiTs103759Data(EtsiTs103759MbrSec content) {

    private static final int VERSION = 3;

    public static final Codec<EtsiTs103759Data> CODEC = sequence(
            "EtsiTs103759Data",
            MODULE,
            (version, content) -> new EtsiTs103759Data(content),
            required("version", Integers.integer("Uint8", MODULE, VERSION, VERSION), data -> VERSION),
            required("content", EtsiTs103759MbrSec.CODEC, EtsiTs103759Data::content));
}
