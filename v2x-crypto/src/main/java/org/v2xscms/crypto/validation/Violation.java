package org.v2xscms.crypto.validation;

/**
 * A rule that a certificate breaks.
 *
 * @param rule which one
 * @param where the component, such as {@code appPermissions[2]}
 * @param found the values that break it
 */
public record Violation(Rule rule, String where, String found) {

    @Override
    public String toString() {
        return where + ": " + found + "; required is that " + rule.requirement() + " (" + rule.clause() + ")";
    }
}
