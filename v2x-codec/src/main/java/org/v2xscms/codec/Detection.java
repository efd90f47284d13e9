package org.v2xscms.codec;

import java.util.List;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Decoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Printer;

/** What octets of unknown type turned out to be. */
public sealed interface Detection {

    /** All octets are one value of {@code structure}. */
    record Recognised<T>(Structure<T> structure, Decoded<T> decoded) implements Detection {

        public void print(Printer out) {
            structure.codec().keepingOctets().print(decoded.encoded(), out);
        }

        /** Writes the value again; equal to the octets it came in, unless they were not canonical. */
        public Octets encodeAgain() {
            return structure.codec().encode(decoded.value());
        }
    }

    /**
     * The octets are none of the structures.
     *
     * @param refusals why not, for each structure that begins alike; the one that got furthest first
     */
    record Unrecognised(List<Refusal> refusals) implements Detection {
        public Unrecognised {
            refusals = List.copyOf(refusals);
        }
    }

    /** Why octets are not a {@code structure}. */
    record Refusal(Structure<?> structure, DecodeException reason) {}
}
