package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.oer.Codec;

/**
 * MA to ACA: by which request was the certificate of this case issued?
 *
 * @param subject opens the decision's commitment
 */
public record ResolveWarrant(Warrant warrant, Subject subject) implements BackEndPdu {

    public static final Codec<ResolveWarrant> CODEC = sequence(
            "ResolveWarrant",
            MODULE,
            ResolveWarrant::new,
            required("warrant", Warrant.CODEC, ResolveWarrant::warrant),
            required("subject", Subject.CODEC, ResolveWarrant::subject));
}
