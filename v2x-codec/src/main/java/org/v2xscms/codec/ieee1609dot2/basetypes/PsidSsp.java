package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Codec;

/**
 * A permission to sign for an application.
 *
 * @param psid the application
 * @param ssp what the signer may do in it; absent, the default permissions of the application
 */
public record PsidSsp(Psid psid, @Nullable ServiceSpecificPermissions ssp) {

    public static final Codec<PsidSsp> CODEC = sequence(
            "PsidSsp",
            MODULE,
            PsidSsp::new,
            required("psid", Psid.CODEC, PsidSsp::psid),
            optional("ssp", ServiceSpecificPermissions.CODEC, PsidSsp::ssp));

    /** SequenceOfPsidSsp: each application at most once. */
    public static final Codec<List<PsidSsp>> SEQUENCE_OF =
            sequenceOf("SequenceOfPsidSsp", CODEC).where("each psid at most once", MODULE, PsidSsp::distinct);

    /** On the path of every received certificate, whose list is short; only a long one is worth a set. */
    private static boolean distinct(List<PsidSsp> permissions) {
        if (permissions.size() > 16) {
            return permissions.stream().map(PsidSsp::psid).distinct().count() == permissions.size();
        }
        for (int i = 1; i < permissions.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (permissions.get(i).psid().value()
                        == permissions.get(j).psid().value()) {
                    return false;
                }
            }
        }
        return true;
    }
}
