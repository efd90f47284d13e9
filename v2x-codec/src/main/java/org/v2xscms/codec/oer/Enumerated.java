package org.v2xscms.codec.oer;

import java.util.List;
import java.util.function.Function;

/**
 * An ENUMERATED (ITU-T X.696 clause 11) whose constants stand in wire order from 0.
 *
 * <p>A value we do not know is refused in both readings, extensible or not: nothing useful can be done with a hash or
 * cipher of unknown kind.
 */
public final class Enumerated<E extends Enum<E>> implements Codec<E> {

    private final String typeName;
    private final String clause;
    private final List<E> constants;
    private final Function<E, String> identifier;

    private Enumerated(String typeName, String module, List<E> constants, Function<E, String> identifier) {
        this.typeName = typeName;
        this.clause = module + ", " + typeName;
        this.constants = constants;
        this.identifier = identifier;
    }

    /**
     * The ENUMERATED type of these constants.
     *
     * @param constants at most 128, in wire order
     * @param identifier the constant's identifier in the ASN.1 module
     */
    public static <E extends Enum<E>> Codec<E> enumerated(
            String typeName, String module, E[] constants, Function<E, String> identifier) {
        return new Enumerated<>(typeName, module, List.of(constants), identifier);
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public E decode(OerReader in) throws DecodeException {
        int start = in.position();
        int number = in.uint8();
        if (number < constants.size()) {
            return constants.get(number);
        }
        throw in.failure(
                start,
                "a " + typeName + " from 0 to " + (constants.size() - 1),
                number < 0x80 ? Integer.toString(number) : "a long form, " + Integer.toHexString(number),
                clause);
    }

    @Override
    public void encode(E value, OerWriter out) {
        out.uint8(constants.indexOf(value));
    }

    @Override
    public void print(E value, Printer out) {
        out.name(typeName, identifier.apply(value));
    }
}
