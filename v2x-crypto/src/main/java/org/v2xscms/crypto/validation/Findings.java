package org.v2xscms.crypto.validation;

import java.util.ArrayList;
import java.util.List;

/** Collects violations in the order the rules are read. */
final class Findings {

    private final List<Violation> violations = new ArrayList<>();

    void add(Rule rule, String where, String found) {
        violations.add(new Violation(rule, where, found));
    }

    void require(boolean holds, Rule rule, String where, String found) {
        if (!holds) {
            add(rule, where, found);
        }
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }
}
