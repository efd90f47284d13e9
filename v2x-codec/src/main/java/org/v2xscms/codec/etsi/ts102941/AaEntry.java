package org.v2xscms.codec.etsi.ts102941;

import static org.v2xscms.codec.etsi.ts102941.EtsiTs102941.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Strings;

/**
 * An authorization authority.
 *
 * @param accessPoint where stations reach it, a URL
 */
public record AaEntry(Encoded<Certificate> aaCertificate, String accessPoint) {

    public static final Codec<AaEntry> CODEC = sequence(
            "AaEntry",
            MODULE,
            AaEntry::new,
            required("aaCertificate", Certificate.CODEC.keepingOctets(), AaEntry::aaCertificate),
            required("accessPoint", Strings.ia5String("Url"), AaEntry::accessPoint));
}
