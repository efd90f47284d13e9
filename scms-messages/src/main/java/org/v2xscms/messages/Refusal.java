package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Enumerated.enumerated;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.oer.Codec;

/**
 * It was not done, and nothing of it remains.
 *
 * @param reason why, as far as the asking authority may know
 */
public record Refusal(Reason reason) implements BackEndPdu {

    /** Identifiers are the positions and never change. */
    public enum Reason {
        /** The message asks for what this authority does not do, or for something outside its limits. */
        NOT_SERVED("notServed"),
        /** The sender holds a role that may not ask this. */
        ROLE("role"),
        /** Nothing is known under what was named. */
        UNKNOWN("unknown"),
        /** The same thing was asked before with other content. */
        CONFLICT("conflict"),
        /** Too few operators approved, or one twice, or an approval does not verify. */
        NOT_APPROVED("notApproved"),
        /** The budget of such requests is used up for now. */
        BUDGET("budget"),
        /** The named time or period is not allowed, such as a past one. */
        PERIOD("period"),
        /** The signed statement of another authority that the request needs does not hold. */
        EVIDENCE("evidence"),
        /** Refused by a rule on the certificate or the request in it. */
        RULE("rule");

        private final String identifier;

        Reason(String identifier) {
            this.identifier = identifier;
        }

        String identifier() {
            return identifier;
        }

        static final Codec<Reason> CODEC = enumerated("Reason", MODULE, values(), Reason::identifier);
    }

    public static final Codec<Refusal> CODEC =
            sequence("Refusal", MODULE, Refusal::new, required("reason", Reason.CODEC, Refusal::reason));
}
