package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * MA to RA: a signed list to be served.
 *
 * @param crl a SecuredCrl; the RA verifies it before it replaces an older one of its series
 */
public record Publication(Octets crl) implements BackEndPdu {

    public static final Codec<Publication> CODEC = sequence(
            "Publication",
            MODULE,
            Publication::new,
            required("crl", Strings.octetString("SecuredCrl", MODULE, 1, 64 << 20), Publication::crl));
}
