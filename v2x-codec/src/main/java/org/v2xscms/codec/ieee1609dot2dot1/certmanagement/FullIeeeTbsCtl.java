package org.v2xscms.codec.ieee1609dot2dot1.certmanagement;

import static org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagement.MODULE;
import static org.v2xscms.codec.oer.Sequence.addition;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId32;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/**
 * The trust list of a group of electors.
 *
 * <p>Only what is approved counts; the lists of what is removed are information.
 *
 * @param type always {@link MsctlType#FULL_IEEE_CTL}; part of what is hashed
 * @param ctlSeriesId the group of electors
 * @param sequenceNumber one more with each new list
 * @param effectiveDate when the list takes effect
 * @param electorApprove hashes of the electors trusted
 * @param electorRemove hashes of electors no longer trusted though their certificates are valid
 * @param rootCaApprove hashes of the root CAs trusted, of a longer hash the low-order 32 octets
 * @param rootCaRemove hashes of root CAs no longer trusted though their certificates are valid
 * @param quorum how many electors must sign the next list; absent, as many as for this one
 */
public record FullIeeeTbsCtl(
        MsctlType type,
        CtlSeriesId ctlSeriesId,
        CtlSequenceNumber sequenceNumber,
        Time32 effectiveDate,
        List<HashedId48> electorApprove,
        List<HashedId48> electorRemove,
        List<HashedId32> rootCaApprove,
        List<HashedId32> rootCaRemove,
        @Nullable Long quorum,
        Additions additions) {

    public static final Codec<FullIeeeTbsCtl> CODEC = sequence(
            "FullIeeeTbsCtl",
            MODULE,
            FullIeeeTbsCtl::new,
            required(
                    "type",
                    MsctlType.CODEC.where("type 1, fullIeeeCtl", MODULE, MsctlType.FULL_IEEE_CTL::equals),
                    FullIeeeTbsCtl::type),
            required("ctlSeriesId", CtlSeriesId.CODEC, FullIeeeTbsCtl::ctlSeriesId),
            required("sequenceNumber", CtlSequenceNumber.CODEC, FullIeeeTbsCtl::sequenceNumber),
            required("effectiveDate", Time32.CODEC, FullIeeeTbsCtl::effectiveDate),
            required(
                    "electorApprove",
                    sequenceOf("SEQUENCE OF CtlElectorEntry", HashedId48.CODEC),
                    FullIeeeTbsCtl::electorApprove),
            required(
                    "electorRemove",
                    sequenceOf("SEQUENCE OF CtlElectorEntry", HashedId48.CODEC),
                    FullIeeeTbsCtl::electorRemove),
            required(
                    "rootCaApprove",
                    sequenceOf("SEQUENCE OF CtlRootCaEntry", HashedId32.CODEC),
                    FullIeeeTbsCtl::rootCaApprove),
            required(
                    "rootCaRemove",
                    sequenceOf("SEQUENCE OF CtlRootCaEntry", HashedId32.CODEC),
                    FullIeeeTbsCtl::rootCaRemove),
            addition("quorum", Integers.unconstrained("INTEGER"), FullIeeeTbsCtl::quorum),
            extensible(FullIeeeTbsCtl::additions));

    public FullIeeeTbsCtl {
        electorApprove = List.copyOf(electorApprove);
        electorRemove = List.copyOf(electorRemove);
        rootCaApprove = List.copyOf(rootCaApprove);
        rootCaRemove = List.copyOf(rootCaRemove);
    }

    /** A value of the current edition. */
    public static FullIeeeTbsCtl of(
            MsctlType type,
            CtlSeriesId ctlSeriesId,
            CtlSequenceNumber sequenceNumber,
            Time32 effectiveDate,
            List<HashedId48> electorApprove,
            List<HashedId48> electorRemove,
            List<HashedId32> rootCaApprove,
            List<HashedId32> rootCaRemove,
            @Nullable Long quorum) {
        return new FullIeeeTbsCtl(
                type,
                ctlSeriesId,
                sequenceNumber,
                effectiveDate,
                electorApprove,
                electorRemove,
                rootCaApprove,
                rootCaRemove,
                quorum,
                Additions.NONE);
    }
}
