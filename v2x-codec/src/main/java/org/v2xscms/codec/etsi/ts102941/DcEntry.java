package org.v2xscms.codec.etsi.ts102941;

import static org.v2xscms.codec.etsi.ts102941.EtsiTs102941.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Strings;

/**
 * A distribution centre.
 *
 * @param url where it serves lists
 * @param cert the authorities whose lists it serves
 */
public record DcEntry(String url, List<HashedId8> cert) {

    public static final Codec<DcEntry> CODEC = sequence(
            "DcEntry",
            MODULE,
            DcEntry::new,
            required("url", Strings.ia5String("Url"), DcEntry::url),
            required("cert", sequenceOf("SEQUENCE OF HashedId8", HashedId8.CODEC), DcEntry::cert));

    public DcEntry {
        cert = List.copyOf(cert);
    }
}
