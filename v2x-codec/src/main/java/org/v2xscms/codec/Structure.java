package org.v2xscms.codec;

import java.util.Set;
import java.util.regex.Pattern;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/**
 * A structure that can stand alone: in a file, a message or the payload of one.
 *
 * @param name the type's name in its ASN.1 module
 * @param fileExtension suggested for files, without a dot
 * @param beginning what the hex digits of the first octets look like; cheap, and wrong only in what it lets through
 * @param psids the applications whose payloads are of this type
 */
public record Structure<T>(String name, Codec<T> codec, String fileExtension, Pattern beginning, Set<Psid> psids) {

    /** As many octets as tell structures apart; the header of the longest pattern. */
    private static final int BEGINNING_OCTETS = 4;

    public Structure {
        psids = Set.copyOf(psids);
    }

    /**
     * @param beginning a regular expression over the lower-case hex digits of the first octets
     */
    static <T> Structure<T> structure(String name, Codec<T> codec, String fileExtension, String beginning) {
        return new Structure<>(name, codec, fileExtension, Pattern.compile(beginning), Set.of());
    }

    /** The same structure, as what payloads of these applications are. */
    Structure<T> asPayloadOf(Psid... applications) {
        return new Structure<>(name, codec, fileExtension, beginning, Set.of(applications));
    }

    /** Whether {@code input} begins like this structure. */
    public boolean mayBe(Octets input) {
        String hex = input.slice(0, Math.min(input.length(), BEGINNING_OCTETS)).hex();
        return beginning.matcher(hex).lookingAt();
    }
}
