package org.v2xscms.codec.ieee1609dot2;

import static java.util.function.Function.identity;
import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;
import static org.v2xscms.codec.oer.Strings.octetString;

import org.v2xscms.codec.ieee1609dot2.basetypes.Hostname;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** Who holds a certificate. */
public sealed interface CertificateId
        permits LinkageData, CertificateId.Name, CertificateId.BinaryId, CertificateId.None, CertificateId.Unknown {

    /** A name that people can read. */
    record Name(Hostname value) implements CertificateId {}

    /** An identifier of 1 to 64 octets. */
    record BinaryId(Octets value) implements CertificateId {}

    /** Nobody in particular. */
    record None() implements CertificateId {}

    record Unknown(UnknownAlternative value) implements CertificateId {}

    Codec<CertificateId> CODEC = choice(
            "CertificateId",
            MODULE,
            alternative("linkageData", LinkageData.CODEC, LinkageData.class, identity(), identity()),
            alternative("name", Hostname.CODEC, Name.class, Name::new, Name::value),
            alternative(
                    "binaryId",
                    octetString("OCTET STRING", MODULE, 1, 64),
                    BinaryId.class,
                    BinaryId::new,
                    BinaryId::value),
            alternative("none", None.class, None::new),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
