package org.v2xscms.codec.flyweight;

/** How parsing by a flyweight ended. */
public enum Outcome {
    /** Every field of the view is valid. */
    OK,
    /**
     * Legal or not, the flyweight does not say: another content type, an alternative or edition it does not know, a
     * non-canonical encoding. The general codec decides.
     */
    UNSUPPORTED,
    /** No reading of the octets is legal; the general codec refuses them too. */
    MALFORMED
}
