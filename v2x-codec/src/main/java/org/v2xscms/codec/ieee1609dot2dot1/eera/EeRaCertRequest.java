package org.v2xscms.codec.ieee1609dot2dot1.eera;

import static org.v2xscms.codec.ieee1609dot2dot1.eera.EeRa.MODULE;
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

/**
 * A device asks for one authorization certificate or a supply of them.
 *
 * @param generationTime when the request was made
 * @param type the kind of certificate asked for
 * @param tbsCert the certificates asked for; validityPeriod is that of the first batch, the verificationKey is the
 *     caterpillar key where butterfly keys are used
 * @param additionalParams how keys are expanded and answers encrypted; absent, the answer comes in plain
 */
public record EeRaCertRequest(
        int version,
        Time32 generationTime,
        CertificateType type,
        ToBeSignedCertificate tbsCert,
        @Nullable AdditionalParams additionalParams,
        Additions additions)
        implements EeRaInterfacePdu {

    public static final Codec<EeRaCertRequest> CODEC = sequence(
            "EeRaCertRequest",
            MODULE,
            EeRaCertRequest::new,
            required("version", Version.codec(MODULE), EeRaCertRequest::version),
            required("generationTime", Time32.CODEC, EeRaCertRequest::generationTime),
            required("type", CertificateType.CODEC, EeRaCertRequest::type),
            required(
                    "tbsCert",
                    RequestedCertificate.withVerificationKey(RequestedCertificate.authorization(MODULE), MODULE),
                    EeRaCertRequest::tbsCert),
            optional("additionalParams", AdditionalParams.CODEC, EeRaCertRequest::additionalParams),
            extensible(EeRaCertRequest::additions));

    /** A value of the current version. */
    public static EeRaCertRequest of(
            Time32 generationTime,
            CertificateType type,
            ToBeSignedCertificate tbsCert,
            @Nullable AdditionalParams additionalParams) {
        return new EeRaCertRequest(Version.CURRENT, generationTime, type, tbsCert, additionalParams, Additions.NONE);
    }
}
