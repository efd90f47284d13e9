package org.v2xscms.ma.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as an operator sees it before deciding.
 *
 * @param actor who brought it into its state
 * @param reason what was said about that
 * @param linkageValue 18 hex digits; null for an application certificate
 * @param certificate the certificate, in hex
 * @param salt what hides the certificate in the decision, in hex
 * @param decision what to sign: the Decision in COER, in hex
 * @param approvals operators who approved
 * @param needed how many have to
 */
public record CaseView(
        String caseId,
        String state,
        String actor,
        String reason,
        String kind,
        @Nullable Integer period,
        @Nullable String linkageValue,
        String certificate,
        String salt,
        String decision,
        List<String> approvals,
        int needed,
        List<Evidence> evidence,
        List<Question> questions) {

    public CaseView {
        approvals = List.copyOf(approvals);
        evidence = List.copyOf(evidence);
        questions = List.copyOf(questions);
    }

    /**
     * One report that speaks against the certificate.
     *
     * @param report the report's digest
     * @param reporter HashedId8 of the reporter's certificate
     * @param observations what was recomputed from it
     */
    public record Evidence(String report, String reporter, String observations) {}

    /** What another authority was asked, and what came of it. */
    public record Question(String step, int attempt, String outcome) {}
}
