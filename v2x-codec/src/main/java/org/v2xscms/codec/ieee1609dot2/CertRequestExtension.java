package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.codec.oer.Strings.octetString;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/**
 * A further permission to request certificates.
 *
 * @param id the AppExtension that the certificates may have, 0 to 255
 * @param permissions which values of it
 */
public record CertRequestExtension(int id, Permissions permissions) {

    /** Which values of an AppExtension may be in the certificates. */
    public sealed interface Permissions {

        /** These, in the form that the extension defines; no octets for operatingOrganization, which defines none. */
        record Content(Octets value) implements Permissions {}

        /** All. */
        record All() implements Permissions {}

        Codec<Permissions> CODEC = choice(
                "permissions",
                MODULE,
                alternative("content", octetString("OCTET STRING"), Content.class, Content::new, Content::value),
                alternative("all", All.class, All::new));
    }

    public static final Codec<CertRequestExtension> CODEC = sequence(
            "CertRequestExtension",
            MODULE,
            CertRequestExtension::new,
            required("id", UnsignedIntegers.UINT8, CertRequestExtension::id),
            required("permissions", Permissions.CODEC, CertRequestExtension::permissions));

    /** SequenceOfCertRequestExtensions: at least one. */
    public static final Codec<List<CertRequestExtension>> SEQUENCE_OF =
            sequenceOf("SequenceOfCertRequestExtensions", MODULE, 1, Integer.MAX_VALUE, CODEC);
}
