package org.v2xscms.codec.ieee1609dot2dot1.certmanagement;

import static org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagement.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * When a revocation list was last renewed.
 *
 * @param cracaId the CRACA
 * @param series the series
 * @param issueDate when it was issued
 */
public record CrlInfoStatus(HashedId8 cracaId, CrlSeries series, Time32 issueDate, Additions additions) {

    public static final Codec<CrlInfoStatus> CODEC = sequence(
            "CrlInfoStatus",
            MODULE,
            CrlInfoStatus::new,
            required("cracaId", HashedId8.CODEC, CrlInfoStatus::cracaId),
            required("series", CrlSeries.CODEC, CrlInfoStatus::series),
            required("issueDate", Time32.CODEC, CrlInfoStatus::issueDate),
            extensible(CrlInfoStatus::additions));

    /** A value of the current edition. */
    public static CrlInfoStatus of(HashedId8 cracaId, CrlSeries series, Time32 issueDate) {
        return new CrlInfoStatus(cracaId, series, issueDate, Additions.NONE);
    }
}
