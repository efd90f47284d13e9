package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;

/** Which key verifies a signature. */
public sealed interface SignerIdentifier {

    /** The certificate with this hash, which the receiver has to know. */
    record Digest(HashedId8 value) implements SignerIdentifier {}

    /** The signer's certificate, followed by its issuers in order. */
    record Certificates(List<Encoded<Certificate>> value) implements SignerIdentifier {
        public Certificates {
            value = List.copyOf(value);
        }
    }

    /** The key is part of what is signed. */
    record Self() implements SignerIdentifier {}

    record Unknown(UnknownAlternative value) implements SignerIdentifier {}

    Codec<SignerIdentifier> CODEC = choice(
            "SignerIdentifier",
            MODULE,
            alternative("digest", HashedId8.CODEC, Digest.class, Digest::new, Digest::value),
            alternative(
                    "certificate",
                    sequenceOf(
                            "SequenceOfCertificate", MODULE, 1, Integer.MAX_VALUE, Certificate.CODEC.keepingOctets()),
                    Certificates.class,
                    Certificates::new,
                    Certificates::value),
            alternative("self", Self.class, Self::new),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
