package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2dot1.acara.EncryptedIndividualPLV;
import org.v2xscms.codec.oer.Codec;

/**
 * LA to RA: the values asked for, each readable by the ACA alone.
 *
 * @param values by period from the first one, in each by j from 0
 */
public record PreLinkageResponse(ChainId chainId, List<List<EncryptedIndividualPLV>> values) implements BackEndPdu {

    public static final Codec<PreLinkageResponse> CODEC = sequence(
            "PreLinkageResponse",
            MODULE,
            PreLinkageResponse::new,
            required("chainId", ChainId.CODEC, PreLinkageResponse::chainId),
            required(
                    "values",
                    sequenceOf(
                            "Periods",
                            MODULE,
                            1,
                            156,
                            sequenceOf("Values", MODULE, 1, 255, EncryptedIndividualPLV.CODEC)),
                    PreLinkageResponse::values));

    public PreLinkageResponse {
        values = values.stream().map(List::copyOf).toList();
    }
}
