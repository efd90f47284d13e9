package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;

import java.util.List;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/** Who signs a request with an X.509 certificate. */
public sealed interface X509SignerIdentifier {

    /**
     * The signer's certificate and its issuers.
     *
     * @param value certificates in DER, at least one, the signer's first
     */
    record Certificates(List<Octets> value) implements X509SignerIdentifier {

        public Certificates {
            value = List.copyOf(value);
        }
    }

    record Unknown(UnknownAlternative value) implements X509SignerIdentifier {}

    Codec<X509SignerIdentifier> CODEC = choice(
            "X509SignerIdentifier",
            MODULE,
            alternative(
                    "certificate",
                    sequenceOf(
                            "SequenceOfX509Certificate",
                            MODULE,
                            1,
                            Integer.MAX_VALUE,
                            Strings.octetString("X509Certificate")),
                    Certificates.class,
                    Certificates::new,
                    Certificates::value),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
