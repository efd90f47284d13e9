package org.v2xscms.codec.etsi.ts102941;

import static org.v2xscms.codec.etsi.ts102941.EtsiTs102941.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * The revocation list of a root authority: its revoked sub-authorities. Authorization tickets are never listed.
 *
 * @param thisUpdate when it was issued
 * @param nextUpdate when the next one is due at the latest
 * @param entries hashes of the revoked certificates
 */
public record ToBeSignedCrl(
        Version version, Time32 thisUpdate, Time32 nextUpdate, List<HashedId8> entries, Additions additions) {

    public static final Codec<ToBeSignedCrl> CODEC = sequence(
            "ToBeSignedCrl",
            MODULE,
            ToBeSignedCrl::new,
            required("version", Version.CODEC, ToBeSignedCrl::version),
            required("thisUpdate", Time32.CODEC, ToBeSignedCrl::thisUpdate),
            required("nextUpdate", Time32.CODEC, ToBeSignedCrl::nextUpdate),
            required("entries", sequenceOf("SEQUENCE OF CrlEntry", HashedId8.CODEC), ToBeSignedCrl::entries),
            extensible(ToBeSignedCrl::additions));

    public ToBeSignedCrl {
        entries = List.copyOf(entries);
    }
}
