package org.v2xscms.codec.etsi.ts102941;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.OerReader;
import org.v2xscms.codec.oer.OerWriter;
import org.v2xscms.codec.oer.Printer;

/** A type at the end of the input that is kept as its octets. */
record RestOfInput(String typeName) implements Codec<Octets> {

    @Override
    public Octets decode(OerReader in) throws DecodeException {
        return in.octets(in.remaining());
    }

    @Override
    public void encode(Octets value, OerWriter out) {
        out.octets(value);
    }

    @Override
    public void print(Octets value, Printer out) {
        out.octets(typeName, value);
    }
}
