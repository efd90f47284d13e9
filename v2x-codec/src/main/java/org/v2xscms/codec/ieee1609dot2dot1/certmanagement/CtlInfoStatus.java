package org.v2xscms.codec.ieee1609dot2dot1.certmanagement;

import static org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagement.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * When a trust list was last renewed.
 *
 * @param ctlSeriesId the group of electors
 * @param sequenceNumber the number of the list
 * @param lastUpdate when it was renewed
 */
public record CtlInfoStatus(
        CtlSeriesId ctlSeriesId, CtlSequenceNumber sequenceNumber, Time32 lastUpdate, Additions additions) {

    public static final Codec<CtlInfoStatus> CODEC = sequence(
            "CtlInfoStatus",
            MODULE,
            CtlInfoStatus::new,
            required("ctlSeriesId", CtlSeriesId.CODEC, CtlInfoStatus::ctlSeriesId),
            required("sequenceNumber", CtlSequenceNumber.CODEC, CtlInfoStatus::sequenceNumber),
            required("lastUpdate", Time32.CODEC, CtlInfoStatus::lastUpdate),
            extensible(CtlInfoStatus::additions));

    /** A value of the current edition. */
    public static CtlInfoStatus of(CtlSeriesId ctlSeriesId, CtlSequenceNumber sequenceNumber, Time32 lastUpdate) {
        return new CtlInfoStatus(ctlSeriesId, sequenceNumber, lastUpdate, Additions.NONE);
    }
}
