package org.v2xscms.codec.ieee1609dot2dot1.acara;

import static org.v2xscms.codec.ieee1609dot2dot1.acara.AcaRa.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.RequestedCertificate;
import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * The RA asks for one authorization certificate on behalf of a device.
 *
 * <p>Strict reading refuses what the ACA could not answer: butterflyExplicit for another type than explicit, cubk
 * together with certEncKey, linkageInfo without linkageData to put the linkage value in, and a key in the wrong
 * alternative of verifyKeyIndicator (verificationKey for explicit, reconstructionValue for implicit).
 *
 * @param generationTime when the request was made
 * @param type the kind of certificate asked for
 * @param flags how butterfly keys are used
 * @param linkageInfo encrypted pre-linkage values; present for a certificate with a linkage value
 * @param certEncKey the key the answer is encrypted to
 * @param tbsCert the certificate asked for
 */
public record RaAcaCertRequest(
        int version,
        Time32 generationTime,
        CertificateType type,
        RaAcaCertRequestFlags flags,
        @Nullable LinkageInfo linkageInfo,
        @Nullable PublicEncryptionKey certEncKey,
        ToBeSignedCertificate tbsCert,
        Additions additions)
        implements AcaRaInterfacePdu {

    public static final Codec<RaAcaCertRequest> CODEC = sequence(
                    "RaAcaCertRequest",
                    MODULE,
                    RaAcaCertRequest::new,
                    required("version", Version.codec(MODULE), RaAcaCertRequest::version),
                    required("generationTime", Time32.CODEC, RaAcaCertRequest::generationTime),
                    required("type", CertificateType.CODEC, RaAcaCertRequest::type),
                    required("flags", RaAcaCertRequestFlags.CODEC, RaAcaCertRequest::flags),
                    optional("linkageInfo", LinkageInfo.CODEC, RaAcaCertRequest::linkageInfo),
                    optional("certEncKey", PublicEncryptionKey.CODEC, RaAcaCertRequest::certEncKey),
                    required("tbsCert", RequestedCertificate.authorization(MODULE), RaAcaCertRequest::tbsCert),
                    extensible(RaAcaCertRequest::additions))
            .where("type explicit where butterflyExplicit is set", MODULE, RaAcaCertRequest::butterflyOnlyExplicit)
            .where(
                    "no certEncKey where cubk is set",
                    MODULE,
                    request -> !request.flags.cubk() || request.certEncKey == null)
            .where("linkageData as id where linkageInfo is present", MODULE, RaAcaCertRequest::placeForLinkageValue)
            .where(
                    "verificationKey for explicit, reconstructionValue for implicit",
                    MODULE,
                    RaAcaCertRequest::keyForType);

    /** A value of the current version. */
    public static RaAcaCertRequest of(
            Time32 generationTime,
            CertificateType type,
            RaAcaCertRequestFlags flags,
            @Nullable LinkageInfo linkageInfo,
            @Nullable PublicEncryptionKey certEncKey,
            ToBeSignedCertificate tbsCert) {
        return new RaAcaCertRequest(
                Version.CURRENT, generationTime, type, flags, linkageInfo, certEncKey, tbsCert, Additions.NONE);
    }

    private boolean butterflyOnlyExplicit() {
        return !flags.butterflyExplicit() || type == CertificateType.EXPLICIT;
    }

    private boolean placeForLinkageValue() {
        return linkageInfo == null || tbsCert.id() instanceof LinkageData;
    }

    private boolean keyForType() {
        return (type == CertificateType.EXPLICIT) == RequestedCertificate.hasVerificationKey(tbsCert);
    }
}
