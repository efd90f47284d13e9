package org.v2xscms.ma.evidence;

import java.util.List;

/** What a report turned out to be. */
public sealed interface ReportVerdict {

    /** Every message in it verifies and bears out every observation. */
    record Holds(List<Accusation> accusations) implements ReportVerdict {
        public Holds {
            accusations = List.copyOf(accusations);
        }
    }

    /**
     * It proves nothing.
     *
     * @param reason one word for counting
     * @param found what was wrong, for operators
     */
    record Refused(String reason, String found) implements ReportVerdict {}
}
