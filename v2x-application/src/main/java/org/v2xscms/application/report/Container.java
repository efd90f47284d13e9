package org.v2xscms.application.report;

import org.v2xscms.codec.misbehaviour.EtsiTs103759Data;
import org.v2xscms.codec.misbehaviour.EtsiTs103759MbrSec;
import org.v2xscms.codec.misbehaviour.SaeJ3287Data;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/** The two outermost structures of a report; they differ in their version octet and an extension marker. */
public enum Container {
    /** SAE J3287, version octet 1: the default. */
    J3287(1),
    /** ETSI TS 103 759 V2.2.1, version octet 3. */
    TS_103_759(3);

    private final int version;

    Container(int version) {
        this.version = version;
    }

    Octets encode(EtsiTs103759MbrSec content) {
        return switch (this) {
            case J3287 -> SaeJ3287Data.CODEC.encode(new SaeJ3287Data(content));
            case TS_103_759 -> EtsiTs103759Data.CODEC.encode(new EtsiTs103759Data(content));
        };
    }

    static EtsiTs103759MbrSec decode(Octets report) throws DecodeException {
        return !report.isEmpty() && report.get(0) == TS_103_759.version
                ? EtsiTs103759Data.CODEC
                        .decode(report, Reading.AS_RECEIVED)
                        .value()
                        .content()
                : SaeJ3287Data.CODEC.decode(report, Reading.AS_RECEIVED).value().content();
    }
}
