package org.v2xscms.codec.etsi.ts102941;

import static org.v2xscms.codec.etsi.ts102941.EtsiTs102941.MODULE;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;

/**
 * A trusted root authority.
 *
 * @param successorTo the certificate it replaces
 */
public record RootCaEntry(
        Encoded<Certificate> selfsignedRootCa, @Nullable Encoded<Certificate> successorTo) {

    public static final Codec<RootCaEntry> CODEC = sequence(
            "RootCaEntry",
            MODULE,
            RootCaEntry::new,
            required("selfsignedRootCa", Certificate.CODEC.keepingOctets(), RootCaEntry::selfsignedRootCa),
            optional("successorTo", Certificate.CODEC.keepingOctets(), RootCaEntry::successorTo));
}
