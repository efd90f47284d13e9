package org.v2xscms.kernel.audit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something to be recorded.
 *
 * @param kind what was done
 * @param actor who did it: an operator's name or a component's, never a device
 * @param facts what else is to be known, by short lower-case names; single lines of at most 500 characters
 * @param signatures how many signatures of the authority's keys it covers
 */
public record AuditEntry(AuditKind kind, String actor, SortedMap<String, String> facts, int signatures) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}]{0,500}");

    public AuditEntry {
        if (!VALUE.matcher(actor).matches() || signatures < 0) {
            throw new IllegalArgumentException("not an audit entry: " + kind);
        }
        facts.forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException("not an audit fact: " + name);
            }
        });
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public static AuditEntry of(AuditKind kind, String actor, Map<String, String> facts) {
        return new AuditEntry(kind, actor, new TreeMap<>(facts), 0);
    }

    /** The same entry, covering {@code count} signatures. */
    public AuditEntry withSignatures(int count) {
        return new AuditEntry(kind, actor, facts, count);
    }

    /** One {@code name=value} line for each fact, sorted by name: unambiguous, since neither holds a line break. */
    String factLines() {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue())
                .collect(Collectors.joining("\n"));
    }
}
