package org.v2xscms.codec.misbehaviour;

import static org.v2xscms.codec.misbehaviour.EtsiTs103759.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * Messages of one sender, as they were received. They are kept as octets: whether they decode is for the authority to
 * find out, and a message that does not may be the point of the report.
 *
 * @param type {@link #GEO_NETWORKING} or {@link #IEEE_1609_DOT_2_DATA}
 * @param v2xPdus 1 to 255 messages
 * @param certificate the sender's certificate, if none of the messages carries it
 * @param subjectPduIndex which of them the observations are about, from 0
 */
public record V2xPduStream(
        int type,
        List<Octets> v2xPdus,
        @Nullable Encoded<Certificate> certificate,
        int subjectPduIndex,
        Additions additions) {

    /** The messages are GeoNetworking packets. */
    public static final int GEO_NETWORKING = 1;

    /** The messages are Ieee1609Dot2Data. */
    public static final int IEEE_1609_DOT_2_DATA = 2;

    public static final Codec<V2xPduStream> CODEC = sequence(
                    "V2xPduStream",
                    MODULE,
                    V2xPduStream::new,
                    required("type", UnsignedIntegers.UINT8, V2xPduStream::type),
                    required(
                            "v2xPdus",
                            sequenceOf("SEQUENCE OF v2xPdu", MODULE, 1, 255, Strings.octetString("v2xPdu")),
                            V2xPduStream::v2xPdus),
                    optional("certificate", Certificate.CODEC.keepingOctets(), V2xPduStream::certificate),
                    required("subjectPduIndex", UnsignedIntegers.UINT8, V2xPduStream::subjectPduIndex),
                    extensible(V2xPduStream::additions))
            .where(
                    "a subjectPduIndex of one of the messages",
                    MODULE,
                    stream -> stream.subjectPduIndex < stream.v2xPdus.size());

    public static final Codec<List<V2xPduStream>> SEQUENCE_OF =
            sequenceOf("SEQUENCE OF V2xPduStream", MODULE, 1, Integer.MAX_VALUE, CODEC);

    public V2xPduStream {
        v2xPdus = List.copyOf(v2xPdus);
    }
}
