package org.v2xscms.codec.etsi.ts102941;

import static org.v2xscms.codec.etsi.ts102941.EtsiTs102941.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;
import org.v2xscms.codec.oer.Strings;

/**
 * A trust list, complete (a full list replaces everything its issuer said before) or as changes to the one before it.
 *
 * @param nextUpdate when the next list is due at the latest
 * @param isFullCtl whether the list is complete; a full list only adds
 * @param ctlSequence number of the list, 0 to 255, wrapping around
 * @param ctlCommands what to add to and delete from the trusted set
 */
public record CtlFormat(
        Version version,
        Time32 nextUpdate,
        boolean isFullCtl,
        int ctlSequence,
        List<CtlCommand> ctlCommands,
        Additions additions) {

    /** Of either issuer. */
    public static final Codec<CtlFormat> CODEC = sequence(
                    "CtlFormat",
                    MODULE,
                    CtlFormat::new,
                    required("version", Version.CODEC, CtlFormat::version),
                    required("nextUpdate", Time32.CODEC, CtlFormat::nextUpdate),
                    required("isFullCtl", Strings.bool("BOOLEAN"), CtlFormat::isFullCtl),
                    required("ctlSequence", Integers.integer("INTEGER", MODULE, 0, 255), CtlFormat::ctlSequence),
                    required("ctlCommands", CtlCommand.SEQUENCE_OF, CtlFormat::ctlCommands),
                    extensible(CtlFormat::additions))
            .where(
                    "no delete in a full list",
                    MODULE,
                    list -> !list.isFullCtl || list.deletions().isEmpty());

    /** ToBeSignedTlmCtl, the list of a trust list manager: it adds no enrolment or authorization authorities. */
    public static final Codec<CtlFormat> TO_BE_SIGNED_TLM_CTL = CODEC.where(
            "neither ea nor aa added by a trust list manager",
            MODULE,
            list -> list.additionsToTrust().stream()
                    .noneMatch(entry -> entry instanceof CtlEntry.Ea || entry instanceof CtlEntry.Aa));

    /** ToBeSignedRcaCtl, the list of a root authority: it adds no root authorities or trust list managers. */
    public static final Codec<CtlFormat> TO_BE_SIGNED_RCA_CTL = CODEC.where(
            "neither rca nor tlm added by a root authority",
            MODULE,
            list -> list.additionsToTrust().stream()
                    .noneMatch(entry -> entry instanceof CtlEntry.Rca || entry instanceof CtlEntry.Tlm));

    public CtlFormat {
        ctlCommands = List.copyOf(ctlCommands);
    }

    /** The entries to add, in order. */
    public List<CtlEntry> additionsToTrust() {
        return ctlCommands.stream()
                .<CtlEntry>mapMulti((command, entries) -> {
                    if (command instanceof CtlCommand.Add(CtlEntry entry)) {
                        entries.accept(entry);
                    }
                })
                .toList();
    }

    /** The entries to delete, in order. */
    public List<CtlDelete> deletions() {
        return ctlCommands.stream()
                .<CtlDelete>mapMulti((command, entries) -> {
                    if (command instanceof CtlCommand.Delete(CtlDelete entry)) {
                        entries.accept(entry);
                    }
                })
                .toList();
    }
}
