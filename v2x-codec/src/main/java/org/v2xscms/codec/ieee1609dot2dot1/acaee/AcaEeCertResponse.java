package org.v2xscms.codec.ieee1609dot2dot1.acaee;

import static org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEe.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * An authorization certificate for the device that will hold it.
 *
 * @param generationTime when the answer was made
 * @param certificate the certificate
 * @param privateKeyInfo 32 octets: for an implicit certificate the private key reconstruction value, for an explicit
 * one
 *     made from a butterfly key the random integer the ACA added; otherwise absent
 */
public record AcaEeCertResponse(
        int version,
        Time32 generationTime,
        Encoded<Certificate> certificate,
        @Nullable Octets privateKeyInfo,
        Additions additions)
        implements AcaEeInterfacePdu {

    public static final Codec<AcaEeCertResponse> CODEC = sequence(
            "AcaEeCertResponse",
            MODULE,
            AcaEeCertResponse::new,
            required("version", Version.codec(MODULE), AcaEeCertResponse::version),
            required("generationTime", Time32.CODEC, AcaEeCertResponse::generationTime),
            required("certificate", Certificate.CODEC.keepingOctets(), AcaEeCertResponse::certificate),
            optional("privateKeyInfo", Strings.fixedOctetString("OCTET STRING", 32), AcaEeCertResponse::privateKeyInfo),
            extensible(AcaEeCertResponse::additions));

    /** An answer of the current version. */
    public static AcaEeCertResponse of(
            Time32 generationTime, Encoded<Certificate> certificate, @Nullable Octets privateKeyInfo) {
        return new AcaEeCertResponse(Version.CURRENT, generationTime, certificate, privateKeyInfo, Additions.NONE);
    }
}
