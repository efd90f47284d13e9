package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Sequence.defaulted;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/**
 * A permission to issue or to request certificates.
 *
 * @param subjectPermissions the applications and what is permitted in them
 * @param minChainLength how many certificates, down to and including that of the end entity, must follow at least; 0
 *     only in certRequestPermissions
 * @param chainLengthRange how many more may follow, or {@link #ANY_LENGTH}
 * @param eeType the kinds of certificate the chain may end in
 */
public record PsidGroupPermissions(
        SubjectPermissions subjectPermissions, long minChainLength, long chainLengthRange, EndEntityType eeType) {

    /** The chainLengthRange that sets no upper limit. */
    public static final long ANY_LENGTH = -1;

    public static final Codec<PsidGroupPermissions> CODEC = sequence(
                    "PsidGroupPermissions",
                    MODULE,
                    PsidGroupPermissions::new,
                    required("subjectPermissions", SubjectPermissions.CODEC, PsidGroupPermissions::subjectPermissions),
                    defaulted(
                            "minChainLength",
                            Integers.unconstrained("INTEGER"),
                            1L,
                            PsidGroupPermissions::minChainLength),
                    defaulted(
                            "chainLengthRange",
                            Integers.unconstrained("INTEGER"),
                            0L,
                            PsidGroupPermissions::chainLengthRange),
                    defaulted("eeType", EndEntityType.CODEC, EndEntityType.APP, PsidGroupPermissions::eeType))
            .where(
                    "minChainLength of 0 or more and chainLengthRange of -1 or more",
                    MODULE,
                    group -> group.minChainLength() >= 0 && group.chainLengthRange() >= ANY_LENGTH);

    /** SequenceOfPsidGroupPermissions as certRequestPermissions. */
    public static final Codec<List<PsidGroupPermissions>> SEQUENCE_OF = sequenceOf(
                    "SequenceOfPsidGroupPermissions", CODEC)
            .where("at most one entry for all applications", MODULE, PsidGroupPermissions::atMostOneForAll);

    /** SequenceOfPsidGroupPermissions as certIssuePermissions. */
    public static final Codec<List<PsidGroupPermissions>> CERT_ISSUE = SEQUENCE_OF.where(
            "minChainLength of at least 1 in certIssuePermissions",
            MODULE,
            groups -> groups.stream().allMatch(group -> group.minChainLength() >= 1));

    private static boolean atMostOneForAll(List<PsidGroupPermissions> groups) {
        return groups.stream()
                        .filter(group -> group.subjectPermissions() instanceof SubjectPermissions.All)
                        .count()
                <= 1;
    }
}
