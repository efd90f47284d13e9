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
 * @param psids the applications in whose messages opaque octets are of this type
 * @param permissions the applications whose opaque SSPs are of this type
 */
public record Structure<T>(
        String name, Codec<T> codec, String fileExtension, Pattern beginning, Set<Psid> psids, Set<Psid> permissions) {

    /** The beginning of a structure that octets are only taken for where its name or its application is given. */
    private static final String NEVER_GUESSED = "(?!)";

    /** As many octets as tell structures apart; the header of the longest pattern. */
    private static final int BEGINNING_OCTETS = 4;

    public Structure {
        psids = Set.copyOf(psids);
        permissions = Set.copyOf(permissions);
    }

    /**
     * @param beginning a regular expression over the lower-case hex digits of the first octets
     */
    static <T> Structure<T> structure(String name, Codec<T> codec, String fileExtension, String beginning) {
        return new Structure<>(name, codec, fileExtension, Pattern.compile(beginning), Set.of(), Set.of());
    }

    /**
     * A structure that is not looked for: it is one of the others with constraints, or so short that too much would be
     * taken for it.
     */
    static <T> Structure<T> named(String name, Codec<T> codec, String fileExtension) {
        return structure(name, codec, fileExtension, NEVER_GUESSED);
    }

    /** The same structure, as what opaque octets in messages of these applications are. */
    Structure<T> asPayloadOf(Psid... applications) {
        return new Structure<>(name, codec, fileExtension, beginning, Set.of(applications), permissions);
    }

    /** The same structure, as what opaque SSPs of this application are. */
    Structure<T> asPermissionOf(Psid application) {
        return new Structure<>(name, codec, fileExtension, beginning, psids, Set.of(application));
    }

    /** Whether {@code input} begins like this structure. */
    public boolean mayBe(Octets input) {
        String hex = input.slice(0, Math.min(input.length(), BEGINNING_OCTETS)).hex();
        return beginning.matcher(hex).lookingAt();
    }
}
