package org.v2xscms.codec.ieee1609dot2dot1.eera;

import static org.v2xscms.codec.ieee1609dot2dot1.eera.EeRa.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * The RA has taken a request.
 *
 * @param generationTime when the answer was made
 * @param requestHash hash of the request SPDU as received
 * @param firstI the first i-period with certificates to download; present where butterfly keys are used
 * @param nextDlTime when the device should come for its certificates
 */
public record RaEeCertAck(
        int version,
        Time32 generationTime,
        HashedId8 requestHash,
        @Nullable IValue firstI,
        Time32 nextDlTime,
        Additions additions)
        implements RaEeAck {

    public static final Codec<RaEeCertAck> CODEC = sequence(
            "RaEeCertAck",
            MODULE,
            RaEeCertAck::new,
            required("version", Version.codec(MODULE), RaEeCertAck::version),
            required("generationTime", Time32.CODEC, RaEeCertAck::generationTime),
            required("requestHash", HashedId8.CODEC, RaEeCertAck::requestHash),
            optional("firstI", IValue.CODEC, RaEeCertAck::firstI),
            required("nextDlTime", Time32.CODEC, RaEeCertAck::nextDlTime),
            extensible(RaEeCertAck::additions));

    /** A value of the current version. */
    public static RaEeCertAck of(
            Time32 generationTime, HashedId8 requestHash, @Nullable IValue firstI, Time32 nextDlTime) {
        return new RaEeCertAck(Version.CURRENT, generationTime, requestHash, firstI, nextDlTime, Additions.NONE);
    }
}
