package org.v2xscms.ra.download;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Octets;

/**
 * The name of a file of certificates: {@code <requestHash>_<i>.zip} for a week, {@code <requestHash>.zip} for a single
 * certificate, each also with {@code .info}; hash of 16 digits and i in hex.
 */
record FileName(HashedId8 requestHash, OptionalInt i, Kind kind) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})(?:_([0-9a-f]{1,4}))?\\.(zip|info)");

    enum Kind {
        ZIP,
        INFO
    }

    static Optional<FileName> of(String name) {
        Matcher form = FORM.matcher(name.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        OptionalInt i =
                form.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(form.group(2), 16));
        return Optional.of(new FileName(
                new HashedId8(Octets.ofHex(form.group(1))), i, form.group(3).equals("zip") ? Kind.ZIP : Kind.INFO));
    }
}
