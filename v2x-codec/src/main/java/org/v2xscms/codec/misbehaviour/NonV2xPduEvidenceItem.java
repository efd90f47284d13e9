package org.v2xscms.codec.misbehaviour;

import static org.v2xscms.codec.misbehaviour.EtsiTs103759.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * Evidence other than messages, such as sensor data.
 *
 * @param id what it is, 0 to 255; none is defined yet
 */
public record NonV2xPduEvidenceItem(int id, Octets evidence) {

    public static final Codec<NonV2xPduEvidenceItem> CODEC = sequence(
            "NonV2xPduEvidenceItem",
            MODULE,
            NonV2xPduEvidenceItem::new,
            required("id", UnsignedIntegers.UINT8, NonV2xPduEvidenceItem::id),
            required("evidence", Strings.octetString("evidence"), NonV2xPduEvidenceItem::evidence));

    public static final Codec<List<NonV2xPduEvidenceItem>> SEQUENCE_OF =
            sequenceOf("SEQUENCE OF NonV2xPduEvidenceItem", CODEC);
}
