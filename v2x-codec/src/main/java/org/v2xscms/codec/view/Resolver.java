package org.v2xscms.codec.view;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Printer;

/** What a view can say beyond the codec: fingerprints, which need hashes, and what stands inside opaque octets. */
public interface Resolver {

    /** Says nothing beyond the codec. */
    Resolver NONE = new Resolver() {};

    /** A note on a value whose exact octets are known, such as the HashedId8 of a certificate; null for none. */
    default @Nullable String note(String typeName, Encoded<?> encoded) {
        return null;
    }

    /** A note on a typed value, such as the fingerprint of a key; null for none. */
    default @Nullable String note(String typeName, Object value) {
        return null;
    }

    /** Prints the structure inside opaque octets; null where they hold none that is known. */
    default @Nullable Consumer<Printer> inside(String typeName, Octets octets) {
        return null;
    }
}
