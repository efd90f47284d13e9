package org.v2xscms.codec.etsi.ts102941;

import static org.v2xscms.codec.etsi.ts102941.EtsiTs102941.MODULE;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Strings;

/**
 * A trust list manager.
 *
 * @param successorTo the certificate it replaces
 * @param accessPoint where its trust list is served, a URL
 */
public record TlmEntry(
        Encoded<Certificate> selfSignedTLMCertificate,
        @Nullable Encoded<Certificate> successorTo,
        String accessPoint) {

    public static final Codec<TlmEntry> CODEC = sequence(
            "TlmEntry",
            MODULE,
            TlmEntry::new,
            required("selfSignedTLMCertificate", Certificate.CODEC.keepingOctets(), TlmEntry::selfSignedTLMCertificate),
            optional("successorTo", Certificate.CODEC.keepingOctets(), TlmEntry::successorTo),
            required("accessPoint", Strings.ia5String("Url"), TlmEntry::accessPoint));
}
