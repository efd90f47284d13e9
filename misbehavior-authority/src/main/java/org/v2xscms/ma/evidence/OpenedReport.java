package org.v2xscms.ma.evidence;

import org.v2xscms.application.report.ReportReading;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.misbehaviour.EtsiTs103759Mbr;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.HashFunction;

/** A report that somebody who may report has signed; its evidence is not looked at yet. */
public final class OpenedReport {

    private final ReportReading.Opened report;

    OpenedReport(ReportReading.Opened report) {
        this.report = report;
    }

    ReportReading.Opened reading() {
        return report;
    }

    /** The reporter's certificate. */
    public HashedId8 reporter() {
        return report.reporter().id();
    }

    /** SHA-256 over what was reported and by whom: the same whatever it was encrypted with and however often signed. */
    public Octets id() {
        Octets content = EtsiTs103759Mbr.CODEC.encode(report.report());
        return HashFunction.SHA256
                .digest(Octets.concat(report.reporter().hash().value(), content))
                .value();
    }
}
