package org.v2xscms.fuzz;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accepts the JSON texts of RFC 8259, without making anything of them. */
final class JsonSyntax {

    private static final String CHARACTERS = "[^\"\\\\\\p{Cntrl}]*+";
    private static final Pattern SCALAR = Pattern.compile("\"" + CHARACTERS
            + "(?:\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4})" + CHARACTERS + ")*+\""
            + "|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null");

    private final String text;
    private final Matcher scalar;
    private int at;

    private JsonSyntax(String text) {
        this.text = text;
        this.scalar = SCALAR.matcher(text);
    }

    static boolean accepts(String text) {
        JsonSyntax syntax = new JsonSyntax(text);
        return syntax.value() && syntax.at == text.length();
    }

    private boolean value() {
        return take('{') ? members('}', true) : take('[') ? members(']', false) : scalar();
    }

    private boolean members(char end, boolean named) {
        if (take(end)) {
            return true;
        }
        do {
            if (named && !(string() && take(':'))) {
                return false;
            }
            if (!value()) {
                return false;
            }
        } while (take(','));
        return take(end);
    }

    private boolean string() {
        return at < text.length() && text.charAt(at) == '"' && scalar();
    }

    private boolean scalar() {
        if (!scalar.region(at, text.length()).lookingAt()) {
            return false;
        }
        at = scalar.end();
        return true;
    }

    private boolean take(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }
}
