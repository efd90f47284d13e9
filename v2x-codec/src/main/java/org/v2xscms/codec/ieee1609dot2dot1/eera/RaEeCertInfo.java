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
import org.v2xscms.codec.ieee1609dot2dot1.acpc.AcpcTreeId;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * What accompanies a batch of certificates in its zip file.
 *
 * @param generationTime when the file was made
 * @param currentI the i-period of the batch
 * @param requestHash hash of the request SPDU as received
 * @param nextDlTime when the device should come again
 * @param acpcTreeId the activation tree; present where the certificates need an activation code
 */
public record RaEeCertInfo(
        int version,
        Time32 generationTime,
        IValue currentI,
        HashedId8 requestHash,
        Time32 nextDlTime,
        @Nullable AcpcTreeId acpcTreeId,
        Additions additions)
        implements RaEeAck {

    public static final Codec<RaEeCertInfo> CODEC = sequence(
            "RaEeCertInfo",
            MODULE,
            RaEeCertInfo::new,
            required("version", Version.codec(MODULE), RaEeCertInfo::version),
            required("generationTime", Time32.CODEC, RaEeCertInfo::generationTime),
            required("currentI", IValue.CODEC, RaEeCertInfo::currentI),
            required("requestHash", HashedId8.CODEC, RaEeCertInfo::requestHash),
            required("nextDlTime", Time32.CODEC, RaEeCertInfo::nextDlTime),
            optional("acpcTreeId", AcpcTreeId.CODEC, RaEeCertInfo::acpcTreeId),
            extensible(RaEeCertInfo::additions));

    /** A value of the current version. */
    public static RaEeCertInfo of(
            Time32 generationTime,
            IValue currentI,
            HashedId8 requestHash,
            Time32 nextDlTime,
            @Nullable AcpcTreeId acpcTreeId) {
        return new RaEeCertInfo(
                Version.CURRENT, generationTime, currentI, requestHash, nextDlTime, acpcTreeId, Additions.NONE);
    }
}
