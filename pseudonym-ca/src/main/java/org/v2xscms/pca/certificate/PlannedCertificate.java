package org.v2xscms.pca.certificate;

import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.codec.oer.Strings;

/**
 * Everything an answer is made of but the signatures and what ECQV draws: the content of an intent, durable before
 * anything is signed, so that a retry or a recovery makes the same certificate for the same keys.
 *
 * @param type explicit or implicit
 * @param toBeSigned in an explicit certificate as it will be signed; in an implicit one with the requested key where the
 *     reconstruction value will be
 * @param addend c of an explicit certificate made from a butterfly key, 32 octets
 * @param delivery the form of the answer
 * @param dataKey what the answer is encrypted under, 16 octets; with it the finished answer is opened and checked before
 *     it is stored. It reveals no more than the rest of this structure
 * @param generationTime of the answer, no finer than the i-period
 * @param singleRequest hash of the RaAcaCertRequestSpdu where the request came alone
 * @param origin of a pseudonym certificate
 */
public record PlannedCertificate(
        CertificateType type,
        Encoded<ToBeSignedCertificate> toBeSigned,
        @Nullable Octets addend,
        Delivery delivery,
        @Nullable Octets dataKey,
        Time32 generationTime,
        @Nullable HashedId8 singleRequest,
        @Nullable Origin origin) {

    static final String MODULE = "V2X SCMS issuance intent 1";

    /** The version of this structure and of the rules for it; an intent is finished by the version that began it. */
    public static final int PROFILE_VERSION = 1;

    static final Codec<PlannedCertificate> CODEC = sequence(
            "PlannedCertificate",
            MODULE,
            PlannedCertificate::new,
            required("type", CertificateType.CODEC, PlannedCertificate::type),
            required("toBeSigned", ToBeSignedCertificate.CODEC.keepingOctets(), PlannedCertificate::toBeSigned),
            optional("addend", Strings.fixedOctetString("Addend", 32), PlannedCertificate::addend),
            required("delivery", Delivery.CODEC, PlannedCertificate::delivery),
            optional("dataKey", Strings.fixedOctetString("DataKey", 16), PlannedCertificate::dataKey),
            required("generationTime", Time32.CODEC, PlannedCertificate::generationTime),
            optional("singleRequest", HashedId8.CODEC, PlannedCertificate::singleRequest),
            optional("origin", Origin.CODEC, PlannedCertificate::origin));

    public PlannedCertificate {
        if ((dataKey == null) != (delivery instanceof Delivery.Plain)) {
            throw new IllegalArgumentException("a data key belongs to encrypted answers and to no others");
        }
        if ((origin != null) != (toBeSigned.value().id() instanceof LinkageData)) {
            throw new IllegalArgumentException("an origin belongs to certificates with a linkage value");
        }
    }

    public Octets encoded() {
        return CODEC.encode(this);
    }

    /** What {@link #encoded} wrote; anything else in a stored intent is a fault. */
    public static PlannedCertificate of(Octets encoded) {
        try {
            return CODEC.decode(encoded, Reading.STRICT).value();
        } catch (DecodeException e) {
            throw new IllegalStateException("a stored intent is no plan of a certificate: " + e.clause(), e);
        }
    }

    /** How many signatures the answer takes. */
    public int signatures() {
        return 1 + (delivery instanceof Delivery.Private ? 1 : 0) + (singleRequest == null ? 0 : 1);
    }

    /** The kind, and nothing of the content. */
    @Override
    public String toString() {
        return "PlannedCertificate[" + type + ", " + delivery.getClass().getSimpleName() + "]";
    }
}
