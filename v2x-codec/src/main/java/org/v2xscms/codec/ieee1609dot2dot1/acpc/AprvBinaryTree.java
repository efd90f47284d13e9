package org.v2xscms.codec.ieee1609dot2dot1.acpc;

import static org.v2xscms.codec.ieee1609dot2dot1.acpc.Acpc.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.BitString;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Strings;

/**
 * The activation codes of one period, as the nodes of a binary tree from which those of the entitled devices follow.
 *
 * @param generationTime when the tree was made
 * @param currentI the i-period of the certificates it activates
 * @param acpcTreeId the tree series
 * @param hashAlgorithmId derives child nodes from their parents
 * @param tree which nodes are present
 * @param nodeValueList their values, in the order of {@code tree}; at least one
 */
public record AprvBinaryTree(
        int version,
        Time32 generationTime,
        IValue currentI,
        AcpcTreeId acpcTreeId,
        HashAlgorithm hashAlgorithmId,
        BitString tree,
        List<AcpcNodeValue> nodeValueList,
        Additions additions)
        implements AcpcPdu {

    public static final Codec<AprvBinaryTree> CODEC = sequence(
            "AprvBinaryTree",
            MODULE,
            AprvBinaryTree::new,
            required("version", Version.codec(MODULE), AprvBinaryTree::version),
            required("generationTime", Time32.CODEC, AprvBinaryTree::generationTime),
            required("currentI", IValue.CODEC, AprvBinaryTree::currentI),
            required("acpcTreeId", AcpcTreeId.CODEC, AprvBinaryTree::acpcTreeId),
            required("hashAlgorithmId", HashAlgorithm.CODEC, AprvBinaryTree::hashAlgorithmId),
            required("tree", Strings.bitString("BIT STRING"), AprvBinaryTree::tree),
            required(
                    "nodeValueList",
                    sequenceOf("SEQUENCE OF AcpcNodeValue", MODULE, 1, Integer.MAX_VALUE, AcpcNodeValue.CODEC),
                    AprvBinaryTree::nodeValueList),
            extensible(AprvBinaryTree::additions));

    public AprvBinaryTree {
        nodeValueList = List.copyOf(nodeValueList);
    }

    /** A value of the current version. */
    public static AprvBinaryTree of(
            Time32 generationTime,
            IValue currentI,
            AcpcTreeId acpcTreeId,
            HashAlgorithm hashAlgorithmId,
            BitString tree,
            List<AcpcNodeValue> nodeValueList) {
        return new AprvBinaryTree(
                Version.CURRENT,
                generationTime,
                currentI,
                acpcTreeId,
                hashAlgorithmId,
                tree,
                nodeValueList,
                Additions.NONE);
    }
}
