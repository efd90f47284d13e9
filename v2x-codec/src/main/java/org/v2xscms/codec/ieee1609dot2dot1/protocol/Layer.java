package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.OerReader;
import org.v2xscms.codec.oer.OerWriter;
import org.v2xscms.codec.oer.Printer;

/**
 * An Ieee1609Dot2Data of a fixed form, seen as a value {@code V} with the type {@code C} its opaque octets hold: what
 * the
 * parameterized types of the module say by CONTAINING.
 *
 * @param outer the Ieee1609Dot2Data with the constraints of the form
 * @param expected the form, for a reader
 * @param path where the opaque octets stand
 * @param contained finds them; null in data of another form
 * @param content their type
 * @param view makes the value
 * @param data takes it apart again, with the content encoded anew
 */
record Layer<V, C>(
        String typeName,
        Codec<Ieee1609Dot2Data> outer,
        String expected,
        String path,
        Function<Ieee1609Dot2Data, @Nullable Octets> contained,
        Codec<C> content,
        BiFunction<Ieee1609Dot2Data, Encoded<C>, V> view,
        Function<V, Ieee1609Dot2Data> data)
        implements Codec<V> {

    /** The one protocolVersion these forms exist in. */
    static final int PROTOCOL_VERSION = 3;

    @Override
    public V decode(OerReader in) throws DecodeException {
        int start = in.position();
        Ieee1609Dot2Data decoded = outer.decode(in);
        Octets part = decoded.protocolVersion() == PROTOCOL_VERSION ? contained.apply(decoded) : null;
        if (part == null) {
            throw in.failure(start, expected, "an Ieee1609Dot2Data of another form", Protocol.MODULE + ", " + typeName);
        }
        return view.apply(decoded, in.inside(path, part, content.keepingOctets()));
    }

    @Override
    public void encode(V value, OerWriter out) {
        outer.encode(data.apply(value), out);
    }

    @Override
    public void print(V value, Printer out) {
        outer.print(data.apply(value), out);
    }
}
