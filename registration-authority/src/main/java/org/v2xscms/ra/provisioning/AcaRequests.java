package org.v2xscms.ra.provisioning;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.ieee1609dot2dot1.acara.LinkageInfo;
import org.v2xscms.codec.ieee1609dot2dot1.acara.RaAcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.acara.RaAcaCertRequestFlags;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.butterfly.Caterpillar;
import org.v2xscms.crypto.butterfly.CocoonIndex;
import org.v2xscms.crypto.butterfly.CocoonKeys;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.ra.request.Wish;

/**
 * Writes the single requests to the ACA (IEEE 1609.2.1-2022 RaAcaCertRequest): the COER of an ScmsPdu each.
 *
 * <p>A request tells the period and the cocoon keys, which nobody can link; neither j nor anything of the device's request
 * is in it. Its generationTime is cut to the start of the day: requests of one device are made together, and a finer time
 * would tell the ACA which.
 */
public final class AcaRequests {

    private static final LinkageValue NONE_YET = new LinkageValue(Octets.of(new byte[9]));
    private static final long DAY = 86_400;
    private static final int GREATEST_DURATION = 65_535;

    private final IPeriods periods;
    private final InstantSource clock;

    public AcaRequests(IPeriods periods, InstantSource clock) {
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * The requests of one week.
     *
     * @param linkage one for each certificate; null for certificates without linkage value
     * @param count how many
     */
    List<Octets> weekly(Wish.Weekly wish, int i, int count, @Nullable List<LinkageInfo> linkage) {
        List<CocoonKeys> keys = wish.caterpillar()
                .expand(IntStream.range(0, count)
                        .mapToObj(j -> new CocoonIndex(i, j))
                        .toList());
        List<Octets> requests = new ArrayList<>(count);
        for (int j = 0; j < count; j++) {
            requests.add(weekly(wish, i, keys.get(j), linkage == null ? null : linkage.get(j)));
        }
        return requests;
    }

    private Octets weekly(Wish.Weekly wish, int i, CocoonKeys keys, @Nullable LinkageInfo linkage) {
        CertificateType type = wish.request().type();
        boolean compact = wish.caterpillar() instanceof Caterpillar.CompactUnified;
        ToBeSignedCertificate wanted = wish.request().tbsCert();
        CertificateId id = linkage == null ? wanted.id() : new LinkageData(new IValue(i), NONE_YET, null);
        return encode(RaAcaCertRequest.of(
                generationTime(),
                type,
                RaAcaCertRequestFlags.of(type == CertificateType.EXPLICIT, compact),
                linkage,
                compact ? null : encryptionKey(keys.encryption()),
                certificate(wanted, id, week(i), key(type, keys.signing()))));
    }

    /** The request for a certificate without butterfly keys. */
    Octets single(Wish.Single wish) {
        CertificateType type = wish.request().type();
        ToBeSignedCertificate wanted = wish.request().tbsCert();
        return encode(RaAcaCertRequest.of(
                generationTime(),
                type,
                RaAcaCertRequestFlags.of(false, false),
                null,
                wish.responseKey(),
                certificate(wanted, wanted.id(), wanted.validityPeriod(), key(type, wish.key()))));
    }

    /** The validity of a week's certificates, in hours where that is exact. */
    private ValidityPeriod week(int i) {
        long seconds = periods.end(i) - periods.start(i);
        Duration duration = seconds % 3600 == 0
                ? new Duration.Hours((int) (seconds / 3600))
                : seconds <= GREATEST_DURATION
                        ? new Duration.Seconds((int) seconds)
                        : new Duration.Minutes((int) (seconds / 60));
        return new ValidityPeriod(new Time32(periods.start(i)), duration);
    }

    private static VerificationKeyIndicator key(CertificateType type, PublicPoint point) {
        return switch (type) {
            case EXPLICIT -> new VerificationKeyIndicator.VerificationKey(CurvePoints.verificationKey(point));
            case IMPLICIT -> new VerificationKeyIndicator.ReconstructionValue(CurvePoints.p256(point));
        };
    }

    private static PublicEncryptionKey encryptionKey(PublicPoint point) {
        return new PublicEncryptionKey(SymmAlgorithm.AES128_CCM, CurvePoints.encryptionKey(point));
    }

    private static ToBeSignedCertificate certificate(
            ToBeSignedCertificate wanted, CertificateId id, ValidityPeriod validity, VerificationKeyIndicator key) {
        return new ToBeSignedCertificate(
                id,
                wanted.cracaId(),
                wanted.crlSeries(),
                validity,
                wanted.region(),
                null,
                wanted.appPermissions(),
                null,
                null,
                null,
                wanted.encryptionKey(),
                key,
                null,
                null,
                null,
                null,
                wanted.additions());
    }

    private Time32 generationTime() {
        long now = Time32.of(clock.instant()).seconds();
        return new Time32(now - now % DAY);
    }

    private static Octets encode(RaAcaCertRequest request) {
        return ScmsPdu.CODEC.encode(ScmsPdu.of(new ScmsPdu.Content.AcaRa(request)));
    }
}
