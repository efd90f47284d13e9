package org.v2xscms.messages;

import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/** The name of a case of the misbehaviour authority: 16 random octets. */
public record CaseId(Octets octets) {

    private static final int LENGTH = 16;

    public static final Codec<CaseId> CODEC =
            Strings.fixedOctetString("CaseId", LENGTH).as("CaseId", MODULE, CaseId::new, CaseId::octets);

    public CaseId {
        octets.requireLength("CaseId", LENGTH);
    }
}
