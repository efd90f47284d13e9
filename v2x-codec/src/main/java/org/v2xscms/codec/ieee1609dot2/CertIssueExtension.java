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
 * A further permission to issue certificates.
 *
 * @param id the AppExtension that the certificates may have, 0 to 255
 * @param permissions which values of it
 */
public record CertIssueExtension(int id, Permissions permissions) {

    /** Which values of an AppExtension may be in the certificates. */
    public sealed interface Permissions {

        /** These, in the form that the extension defines; no octets for operatingOrganization, which defines none. */
        record Specific(Octets value) implements Permissions {}

        /** All. */
        record All() implements Permissions {}

        Codec<Permissions> CODEC = choice(
                "permissions",
                MODULE,
                alternative("specific", octetString("OCTET STRING"), Specific.class, Specific::new, Specific::value),
                alternative("all", All.class, All::new));
    }

    public static final Codec<CertIssueExtension> CODEC = sequence(
            "CertIssueExtension",
            MODULE,
            CertIssueExtension::new,
            required("id", UnsignedIntegers.UINT8, CertIssueExtension::id),
            required("permissions", Permissions.CODEC, CertIssueExtension::permissions));

    /** SequenceOfCertIssueExtensions: at least one. */
    public static final Codec<List<CertIssueExtension>> SEQUENCE_OF =
            sequenceOf("SequenceOfCertIssueExtensions", MODULE, 1, Integer.MAX_VALUE, CODEC);
}
