package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * What operators decide on: that the device behind one certificate is to be found and revoked. It commits to the
 * certificate without showing it, since only the ACA may learn which it is.
 *
 * @param caseId the case
 * @param subject SHA-256 of {@link Subject}: 32 octets
 */
public record Decision(CaseId caseId, Octets subject) {

    private static final int LENGTH = 32;

    public static final Codec<Decision> CODEC = sequence(
            "Decision",
            MODULE,
            Decision::new,
            required("caseId", CaseId.CODEC, Decision::caseId),
            required("subject", Strings.fixedOctetString("SubjectHash", LENGTH), Decision::subject));

    public Decision {
        subject.requireLength("SubjectHash", LENGTH);
    }
}
