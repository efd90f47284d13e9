package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import java.util.List;
import org.v2xscms.codec.oer.Codec;

/**
 * A decision with the consent of operators, which each authority judges by its own list of operators.
 *
 * @param approvals 1 to 8; how many are needed is the judging authority's rule
 */
public record Warrant(Decision decision, List<Approval> approvals) {

    public static final Codec<Warrant> CODEC = sequence(
            "Warrant",
            MODULE,
            Warrant::new,
            required("decision", Decision.CODEC, Warrant::decision),
            required("approvals", sequenceOf("Approvals", MODULE, 1, 8, Approval.CODEC), Warrant::approvals));

    public Warrant {
        approvals = List.copyOf(approvals);
    }
}
