package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.ObjectSet.object;
import static org.v2xscms.codec.oer.ObjectSet.objectSet;
import static org.v2xscms.codec.oer.ObjectSet.others;
import static org.v2xscms.codec.oer.OpenType.openType;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Strings.octetString;

import java.util.List;
import org.v2xscms.codec.etsi.ts103097.extension.EtsiOriginatingHeaderInfoExtension;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** The header extensions of one body. */
public sealed interface ContributedExtensionBlock {

    /** Contributor 1. */
    record Ieee1609(List<Ieee1609ContributedHeaderInfoExtension> extns) implements ContributedExtensionBlock {
        public Ieee1609 {
            extns = List.copyOf(extns);
        }
    }

    /** Contributor 2. */
    record Etsi(List<EtsiOriginatingHeaderInfoExtension> extns) implements ContributedExtensionBlock {
        public Etsi {
            extns = List.copyOf(extns);
        }
    }

    /** A contributor that we do not know. */
    record Other(int contributorId, List<Octets> extns) implements ContributedExtensionBlock {
        public Other {
            extns = List.copyOf(extns);
        }
    }

    Codec<ContributedExtensionBlock> CODEC = objectSet(
            "ContributedExtensionBlock",
            MODULE,
            "contributorId",
            "extns",
            object(
                    1,
                    extensions(openType(Ieee1609ContributedHeaderInfoExtension.CODEC)),
                    Ieee1609.class,
                    Ieee1609::new,
                    Ieee1609::extns),
            object(
                    2,
                    extensions(openType(EtsiOriginatingHeaderInfoExtension.CODEC)),
                    Etsi.class,
                    Etsi::new,
                    Etsi::extns),
            others(
                    extensions(octetString("OCTET STRING")),
                    Other.class,
                    Other::new,
                    Other::contributorId,
                    Other::extns));

    /** ContributedExtensionBlocks. */
    Codec<List<ContributedExtensionBlock>> SEQUENCE_OF =
            sequenceOf("ContributedExtensionBlocks", MODULE, 1, Integer.MAX_VALUE, CODEC);

    private static <E> Codec<List<E>> extensions(Codec<E> extension) {
        return sequenceOf("extns", MODULE, 1, Integer.MAX_VALUE, extension);
    }
}
