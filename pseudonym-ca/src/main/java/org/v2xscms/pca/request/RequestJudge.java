package org.v2xscms.pca.request;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2dot1.acara.LinkageInfo;
import org.v2xscms.codec.ieee1609dot2dot1.acara.RaAcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.butterfly.Caterpillar;
import org.v2xscms.crypto.butterfly.ExplicitButterfly;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.kernel.http.ErrorNumber;
import org.v2xscms.kernel.intent.IssuanceRequest;
import org.v2xscms.messages.Refusal;
import org.v2xscms.messages.RequestDigest;
import org.v2xscms.pca.certificate.CertificateRules;
import org.v2xscms.pca.certificate.Delivery;
import org.v2xscms.pca.certificate.IssuingAuthority;
import org.v2xscms.pca.certificate.Origin;
import org.v2xscms.pca.certificate.PlannedCertificate;
import org.v2xscms.pca.linkage.LinkageValues;

/**
 * Judges one request of an RA and plans the certificate it gets. Nothing is stored here, and everything is checked here, so
 * that a batch of thousands meets the database a few times only.
 *
 * <p>What the device wants beyond what this authority grants is refused, never left out in silence. The validity of a
 * pseudonym certificate follows from its i-period alone.
 */
public final class RequestJudge {

    private static final int DATA_KEY_OCTETS = 16;

    private final IssuingAuthority issuer;
    private final CertificateRules rules;
    private final LinkageValues linkage;
    private final IssuancePeriods periods;
    private final boolean implicitAllowed;
    private final InstantSource clock;
    private final SecureRandom random;

    public RequestJudge(
            IssuingAuthority issuer,
            CertificateRules rules,
            LinkageValues linkage,
            IssuancePeriods periods,
            boolean implicitAllowed,
            InstantSource clock,
            SecureRandom random) {
        this.issuer = issuer;
        this.rules = rules;
        this.linkage = linkage;
        this.periods = periods;
        this.implicitAllowed = implicitAllowed;
        this.clock = clock;
        this.random = random;
    }

    /** A request of a batch: the COER of an ScmsPdu with raAcaCertRequest. */
    public Judgement judge(Octets request, HashedCertificate ra) {
        return judge(request, ra, null);
    }

    /**
     * A request that came alone.
     *
     * @param request its ScmsPdu
     * @param spdu the whole RaAcaCertRequestSpdu: another one for the same linkage value is another request
     */
    public Judgement judgeSingle(Octets request, HashedCertificate ra, Octets spdu) {
        return judge(request, ra, spdu);
    }

    private Judgement judge(Octets octets, HashedCertificate ra, @Nullable Octets spdu) {
        RaAcaCertRequest request;
        try {
            if (!(ScmsPdu.CODEC.decode(octets, Reading.STRICT).value().content().pdu()
                    instanceof RaAcaCertRequest found)) {
                return refused(Refusal.Reason.NOT_SERVED, ErrorNumber.NOT_PARSED);
            }
            request = found;
        } catch (DecodeException e) {
            return refused(Refusal.Reason.NOT_SERVED, ErrorNumber.NOT_PARSED);
        }
        Optional<PublicPoint> key = requestedKey(request);
        if (key.isEmpty()) {
            return refused(Refusal.Reason.RULE, ErrorNumber.VERIFY_KEY_INDICATOR_INVALID);
        }
        return refusal(request, ra)
                .map(Judgement.class::cast)
                .orElseGet(() -> granted(new Request(octets, spdu, request, key.get(), ra)));
    }

    /** A request with what was read from it. */
    private record Request(
            Octets octets, @Nullable Octets spdu, RaAcaCertRequest content, PublicPoint key, HashedCertificate ra) {

        Octets digest() {
            return HashFunction.SHA256.digest(octets).value();
        }
    }

    private Optional<Judgement.Refused> refusal(RaAcaCertRequest request, HashedCertificate ra) {
        ToBeSignedCertificate wanted = request.tbsCert();
        List<PsidSsp> permissions = Objects.requireNonNullElse(wanted.appPermissions(), List.of());
        if (!rules.mayHold(permissions, request.linkageInfo() != null) || !RequestRights.cover(ra, permissions)) {
            return Optional.of(refused(Refusal.Reason.RULE, ErrorNumber.APP_PERMISSIONS_NOT_ALLOWED));
        }
        boolean otherFields = wanted.assuranceLevel() != null
                || wanted.canRequestRollover() != null
                || wanted.flags() != null
                || wanted.appExtensions() != null
                || wanted.certIssueExtensions() != null
                || wanted.certRequestExtension() != null
                || !wanted.additions().unknown().isEmpty();
        boolean idFits = (request.linkageInfo() != null) == (wanted.id() instanceof LinkageData)
                && !(wanted.id() instanceof LinkageData data && data.groupLinkageValue() != null)
                && !(wanted.id() instanceof CertificateId.Unknown);
        if (otherFields || !idFits) {
            return Optional.of(refused(Refusal.Reason.RULE, ErrorNumber.OTHER_FIELDS_NOT_ALLOWED));
        }
        boolean typeServed = request.type() == CertificateType.EXPLICIT || implicitAllowed;
        if (!typeServed || (request.flags().cubk() && !issuer.usesCubk())) {
            return Optional.of(refused(Refusal.Reason.RULE, ErrorNumber.TYPE_NOT_ALLOWED));
        }
        return Optional.empty();
    }

    private Judgement granted(Request request) {
        LinkageInfo info = request.content().linkageInfo();
        if (info == null) {
            return application(request);
        }
        return switch (linkage.combine(info)) {
            case LinkageValues.Combined.KeyUnknown() -> new Judgement.Later();
            case LinkageValues.Combined.OneAuthority() ->
                refused(Refusal.Reason.EVIDENCE, ErrorNumber.OTHER_FIELDS_NOT_ALLOWED);
            case LinkageValues.Combined.NotGenuine() -> refused(Refusal.Reason.EVIDENCE, ErrorNumber.NOT_DECRYPTED);
            case LinkageValues.Combined.Value value -> pseudonym(request, value);
        };
    }

    private Judgement pseudonym(Request request, LinkageValues.Combined.Value linked) {
        ToBeSignedCertificate wanted = request.content().tbsCert();
        LinkageData data = (LinkageData) wanted.id();
        int i = data.iCert().value();
        if (!periods.isOpen(i, clock.instant())) {
            return refused(Refusal.Reason.PERIOD, ErrorNumber.VALIDITY_NOT_ALLOWED);
        }
        Origin origin = new Origin(
                linked.plv1(),
                linked.plv2(),
                new RequestDigest(request.digest()),
                request.ra().id());
        // Named by the linkage value: a second request for the same one is a conflict, whatever else stands in it.
        Octets id = HashFunction.SHA256
                .digest(Octets.of((byte) (i >> 8), (byte) i), linked.value().octets())
                .value();
        return plan(
                request,
                id,
                new LinkageData(data.iCert(), linked.value(), null),
                new Frame(periods.validity(i), rules.pseudonymSeries(), periods.ofPseudonyms(i)),
                origin);
    }

    private Judgement application(Request request) {
        ToBeSignedCertificate wanted = request.content().tbsCert();
        if (!periods.isAcceptable(wanted.validityPeriod(), clock.instant())) {
            return refused(Refusal.Reason.PERIOD, ErrorNumber.VALIDITY_NOT_ALLOWED);
        }
        Frame frame = new Frame(
                wanted.validityPeriod(), rules.applicationSeries(), periods.ofApplications(wanted.validityPeriod()));
        return plan(request, request.digest(), wanted.id(), frame, null);
    }

    private Judgement plan(Request request, Octets id, CertificateId subject, Frame frame, @Nullable Origin origin) {
        Optional<Delivery> delivery = delivery(request);
        Optional<PublicEncryptionKey> encryptionKey =
                canonical(request.content().tbsCert().encryptionKey());
        if (delivery.isEmpty()
                || encryptionKey.isEmpty() != (request.content().tbsCert().encryptionKey() == null)) {
            return refused(Refusal.Reason.RULE, ErrorNumber.OTHER_FIELDS_NOT_ALLOWED);
        }
        CertifiedKeyPlan keys = keys(request);
        ToBeSignedCertificate content = frame.content(
                request.content().tbsCert(), subject, issuer, encryptionKey.orElse(null), keys.indicator());
        Octets spdu = request.spdu();
        PlannedCertificate plan = new PlannedCertificate(
                request.content().type(),
                Encoded.of(ToBeSignedCertificate.CODEC, content),
                keys.addend(),
                delivery.get(),
                delivery.get() instanceof Delivery.Plain ? null : dataKey(),
                periods.present(clock.instant()),
                spdu == null
                        ? null
                        : HashedId8.of(HashFunction.SHA256.digest(spdu).value()),
                origin);
        if (!rules.broken(plan).isEmpty()) {
            return refused(Refusal.Reason.RULE, ErrorNumber.OTHER_FIELDS_NOT_ALLOWED);
        }
        Octets hash = spdu == null
                ? request.digest()
                : HashFunction.SHA256.digest(spdu).value();
        return new Judgement.Granted(
                plan, new IssuanceRequest(frame.period(), id, hash, plan.signatures(), plan::encoded));
    }

    /** What the certificate says of its key, and c where the key was moved. */
    private record CertifiedKeyPlan(
            VerificationKeyIndicator indicator, @Nullable Octets addend) {}

    private CertifiedKeyPlan keys(Request request) {
        PublicPoint key = request.key();
        if (request.content().type() == CertificateType.IMPLICIT) {
            return new CertifiedKeyPlan(new VerificationKeyIndicator.ReconstructionValue(CurvePoints.p256(key)), null);
        }
        if (!request.content().flags().butterflyExplicit()) {
            return new CertifiedKeyPlan(
                    new VerificationKeyIndicator.VerificationKey(CurvePoints.verificationKey(key)), null);
        }
        ExplicitButterfly.Moved moved = ExplicitButterfly.move(key, random);
        return new CertifiedKeyPlan(
                new VerificationKeyIndicator.VerificationKey(CurvePoints.verificationKey(moved.certificateKey())),
                moved.addend());
    }

    /** Empty where the key for the answer is none that we encrypt to. */
    private static Optional<Delivery> delivery(Request request) {
        PublicEncryptionKey given = request.content().certEncKey();
        if (given != null) {
            return canonical(given).map(Delivery.Private::new);
        }
        if (!request.content().flags().cubk()) {
            return Optional.of(new Delivery.Plain());
        }
        PublicPoint derived = Caterpillar.CompactUnified.encryptionKey(request.key());
        return Optional.of(new Delivery.Cubk(
                new PublicEncryptionKey(SymmAlgorithm.AES128_CCM, CurvePoints.encryptionKey(derived))));
    }

    /** The key with its point compressed, if it is one for AES on P-256. */
    private static Optional<PublicEncryptionKey> canonical(@Nullable PublicEncryptionKey key) {
        if (key == null || key.supportedSymmAlg() != SymmAlgorithm.AES128_CCM) {
            return Optional.empty();
        }
        return CurvePoints.decode(key.publicKey())
                .asOptional()
                .filter(point -> point.curve() == Curve.NIST_P256)
                .map(point -> new PublicEncryptionKey(key.supportedSymmAlg(), CurvePoints.encryptionKey(point)));
    }

    /** The point on P-256 that the request asks a certificate for. */
    private static Optional<PublicPoint> requestedKey(RaAcaCertRequest request) {
        return switch (request.tbsCert().verifyKeyIndicator()) {
            case VerificationKeyIndicator.VerificationKey(var key) ->
                CurvePoints.decode(key).asOptional().filter(point -> point.curve() == Curve.NIST_P256);
            case VerificationKeyIndicator.ReconstructionValue(var point) ->
                CurvePoints.decode(Curve.NIST_P256, point).asOptional();
            case VerificationKeyIndicator.Unknown _ -> Optional.empty();
        };
    }

    private Octets dataKey() {
        try (SecretOctets key = SecretOctets.random(DATA_KEY_OCTETS, random)) {
            return key.disclose();
        }
    }

    private static Judgement.Refused refused(Refusal.Reason reason, ErrorNumber number) {
        return new Judgement.Refused(reason, number);
    }
}
