package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * RA to MA: a misbehaviour report that the RA cannot read and whose sender it does not name.
 *
 * @param report the report as the device sent it, encrypted to the MA
 */
public record ReportForward(Octets report) implements BackEndPdu {

    public static final Codec<ReportForward> CODEC = sequence(
            "ReportForward",
            MODULE,
            ReportForward::new,
            required("report", Strings.octetString("Report", MODULE, 1, 1 << 19), ReportForward::report));
}
