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
 * An enrolment authority.
 *
 * @param aaAccessPoint where authorization authorities reach it, a URL
 * @param itsAccessPoint where stations reach it, a URL
 */
public record EaEntry(
        Encoded<Certificate> eaCertificate,
        String aaAccessPoint,
        @Nullable String itsAccessPoint) {

    public static final Codec<EaEntry> CODEC = sequence(
            "EaEntry",
            MODULE,
            EaEntry::new,
            required("eaCertificate", Certificate.CODEC.keepingOctets(), EaEntry::eaCertificate),
            required("aaAccessPoint", Strings.ia5String("Url"), EaEntry::aaAccessPoint),
            optional("itsAccessPoint", Strings.ia5String("Url"), EaEntry::itsAccessPoint));
}
