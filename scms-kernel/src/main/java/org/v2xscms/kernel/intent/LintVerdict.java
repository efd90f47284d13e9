package org.v2xscms.kernel.intent;

import java.util.List;

/** Whether an intent may be signed. */
public sealed interface LintVerdict {

    /** It may, once. */
    record Passed(IssuanceToken token) implements LintVerdict {}

    /** It may not, for the named rules. */
    record Failed(List<String> rules) implements LintVerdict {

        public Failed {
            rules = List.copyOf(rules);
        }
    }
}
