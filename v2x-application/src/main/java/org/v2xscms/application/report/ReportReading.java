package org.v2xscms.application.report;

import org.v2xscms.codec.misbehaviour.EtsiTs103759Mbr;
import org.v2xscms.codec.misbehaviour.TemplateAsr;
import org.v2xscms.crypto.certificate.HashedCertificate;

/** What became of opening a report. */
public sealed interface ReportReading {

    /**
     * A report whose reporter is permitted to report.
     *
     * @param template the observations and the evidence in {@code report}
     * @param reporter the certificate it is signed with
     */
    record Opened(EtsiTs103759Mbr report, TemplateAsr template, HashedCertificate reporter) implements ReportReading {}

    /** Nothing to look into further. */
    record Refused(Reason reason, String found) implements ReportReading {}

    /** Why a report is refused. */
    enum Reason {
        /** More octets, streams, messages or observations than the limits allow. */
        TOO_LARGE,
        /** Not the encoding of a report. */
        MALFORMED,
        /** Not signed and encrypted, or with another header than PSID 38 alone. */
        NOT_SEALED,
        /** For another recipient, or changed on the way. */
        NOT_FOR_US,
        /** Older than reports are kept, or from the future. */
        OUT_OF_TIME,
        /** The reporter's certificate or signature is not valid, or it may not report. */
        REPORTER,
        /** About an application whose reports are not known. */
        OTHER_APPLICATION
    }
}
