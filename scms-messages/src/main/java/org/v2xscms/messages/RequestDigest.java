package org.v2xscms.messages;

import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * HPCR: the SHA-256 hash of one certificate request exactly as the RA sent it, 32 octets. It is the only name that RA and
 * ACA have in common for a certificate.
 */
public record RequestDigest(Octets octets) {

    private static final int LENGTH = 32;

    public static final Codec<RequestDigest> CODEC = Strings.fixedOctetString("RequestDigest", LENGTH)
            .as("RequestDigest", MODULE, RequestDigest::new, RequestDigest::octets);

    public RequestDigest {
        octets.requireLength("RequestDigest", LENGTH);
    }
}
