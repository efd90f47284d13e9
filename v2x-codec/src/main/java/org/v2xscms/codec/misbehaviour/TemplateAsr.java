package org.v2xscms.codec.misbehaviour;

import static org.v2xscms.codec.misbehaviour.EtsiTs103759.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.oer.Codec;

/**
 * What was observed and what proves it.
 *
 * @param observations at least one
 * @param v2xPduEvidence the signed messages that show it; at least one stream
 * @param nonV2xPduEvidence anything else
 */
public record TemplateAsr(
        List<ObservationsByTarget> observations,
        List<V2xPduStream> v2xPduEvidence,
        List<NonV2xPduEvidenceItem> nonV2xPduEvidence) {

    public static final Codec<TemplateAsr> CODEC = sequence(
            "TemplateAsr",
            MODULE,
            TemplateAsr::new,
            required("observations", ObservationsByTarget.SEQUENCE_OF, TemplateAsr::observations),
            required("v2xPduEvidence", V2xPduStream.SEQUENCE_OF, TemplateAsr::v2xPduEvidence),
            required("nonV2xPduEvidence", NonV2xPduEvidenceItem.SEQUENCE_OF, TemplateAsr::nonV2xPduEvidence));

    public TemplateAsr {
        observations = List.copyOf(observations);
        v2xPduEvidence = List.copyOf(v2xPduEvidence);
        nonV2xPduEvidence = List.copyOf(nonV2xPduEvidence);
    }
}
