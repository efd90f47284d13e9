package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/** Which CRL the sender lacks; for future use. */
public record MissingCrlIdentifier(HashedId3 cracaId, CrlSeries crlSeries, Additions additions) {

    public static final Codec<MissingCrlIdentifier> CODEC = sequence(
            "MissingCrlIdentifier",
            MODULE,
            MissingCrlIdentifier::new,
            required("cracaId", HashedId3.CODEC, MissingCrlIdentifier::cracaId),
            required("crlSeries", CrlSeries.CODEC, MissingCrlIdentifier::crlSeries),
            extensible(MissingCrlIdentifier::additions));
}
