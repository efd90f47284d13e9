package org.v2xscms.codec.ieee1609dot2dot1.ecaee;

import static org.v2xscms.codec.ieee1609dot2dot1.ecaee.EcaEe.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.RequestedCertificate;
import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Strings;

/**
 * A device asks the ECA for an enrolment certificate.
 *
 * @param generationTime when the request was made
 * @param type the kind of certificate asked for
 * @param tbsCert the certificate asked for; its verificationKey is the key of the request, also for an implicit one
 * @param canonicalId names the canonical key the request is signed with; absent, the requested key signs
 */
public record EeEcaCertRequest(
        int version,
        Time32 generationTime,
        CertificateType type,
        ToBeSignedCertificate tbsCert,
        @Nullable String canonicalId,
        Additions additions)
        implements EcaEeInterfacePdu {

    public static final Codec<EeEcaCertRequest> CODEC = sequence(
            "EeEcaCertRequest",
            MODULE,
            EeEcaCertRequest::new,
            required("version", Version.codec(MODULE), EeEcaCertRequest::version),
            required("generationTime", Time32.CODEC, EeEcaCertRequest::generationTime),
            required("type", CertificateType.CODEC, EeEcaCertRequest::type),
            required(
                    "tbsCert",
                    RequestedCertificate.withVerificationKey(RequestedCertificate.enrolment(MODULE), MODULE),
                    EeEcaCertRequest::tbsCert),
            optional("canonicalId", Strings.ia5String("IA5String"), EeEcaCertRequest::canonicalId),
            extensible(EeEcaCertRequest::additions));

    /** A request of the current version. */
    public static EeEcaCertRequest of(
            Time32 generationTime, CertificateType type, ToBeSignedCertificate tbsCert, @Nullable String canonicalId) {
        return new EeEcaCertRequest(Version.CURRENT, generationTime, type, tbsCert, canonicalId, Additions.NONE);
    }
}
