package org.v2xscms.kernel.audit;

import java.util.List;

/**
 * What an examination found.
 *
 * @param records how many records were read
 * @param issued signatures that stand in answers
 * @param intended the most signatures that may have been made: more than issued after a crash between signature and
 *     store, after a failed check, or while requests are under way
 * @param findings empty for an honest chain
 */
public record AuditReport(long records, long issued, long intended, List<AuditFinding> findings) {

    public AuditReport {
        findings = List.copyOf(findings);
    }
}
