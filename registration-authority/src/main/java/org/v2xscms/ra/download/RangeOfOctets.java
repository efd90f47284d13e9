package org.v2xscms.ra.download;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One range of octets of a Range header (RFC 9110 14.1.2), both ends included. */
record RangeOfOctets(int from, int to) {

    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

    /** What a header asks for. */
    sealed interface Wish {

        /** No header, or one that may be ignored: several ranges, another unit. */
        record Whole() implements Wish {}

        record Part(RangeOfOctets range) implements Wish {}

        record Unsatisfiable() implements Wish {}
    }

    /** @param length of the file */
    static Wish of(@Nullable String header, int length) {
        if (header == null) {
            return new Wish.Whole();
        }
        Matcher form = FORM.matcher(header.strip());
        if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
            return new Wish.Whole();
        }
        Optional<Integer> first = number(form.group(1));
        Optional<Integer> second = number(form.group(2));
        int from = first.orElseGet(() -> Math.max(0, length - second.orElseThrow()));
        int to = first.isEmpty() ? length - 1 : Math.min(second.orElse(length - 1), length - 1);
        return from >= length || to < from ? new Wish.Unsatisfiable() : new Wish.Part(new RangeOfOctets(from, to));
    }

    private static Optional<Integer> number(String digits) {
        return digits.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(digits));
    }
}
