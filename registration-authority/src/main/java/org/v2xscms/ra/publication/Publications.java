package org.v2xscms.ra.publication;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertificateManagementInfoStatus;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CompositeCrl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CrlInfoStatus;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CtlInfoStatus;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.FullIeeeTbsCtl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MaInfoStatus;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MultiSignedCtl;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CompositeCrlSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.MultiSignedCtlSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.kernel.audit.AuditEntry;
import org.v2xscms.kernel.audit.AuditKind;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.exchange.Trust;
import org.v2xscms.messages.Accepted;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.Refusal;
import org.v2xscms.ra.RaSignature;

/**
 * Keeps the files that devices download: the CRLs, the composite CRL made of them and the trust list, and the signed
 * status. All are written when something changes and only read when somebody asks, so they stay available whatever else
 * is down.
 */
public final class Publications {

    static final String CTL = "ctl.spdu";
    static final String COMPOSITE = "crl/composite.oer";
    static final String STATUS = "crl/status.oer";

    private static final Logger LOG = LoggerFactory.getLogger(Publications.class);
    private static final Reading READING = Reading.STRICT.withLimits(Limits.FILE);

    private final PublicFiles files;
    private final Trust trust;
    private final HashedCertificate own;
    private final RaSignature signature;
    private final AuditLog audit;
    private final InstantSource clock;

    Publications(
            PublicFiles files,
            Trust trust,
            HashedCertificate own,
            RaSignature signature,
            AuditLog audit,
            InstantSource clock) {
        this.files = files;
        this.trust = trust;
        this.own = own;
        this.signature = signature;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a CRL that is valid and newer than the present one of its CRACA and series. */
    public synchronized BackEndPdu publish(Octets crl) {
        SignedCrl fresh;
        try {
            fresh = SignedCrl.read(crl);
        } catch (DecodeException e) {
            return new Refusal(Refusal.Reason.RULE);
        }
        Optional<String> refusal = fresh.refusal(trust, Time64.of(clock.instant()));
        if (refusal.isPresent()) {
            LOG.warn("a CRL is refused: {}", refusal.get());
            return new Refusal(Refusal.Reason.EVIDENCE);
        }
        Optional<Octets> present = files.read(fresh.file());
        if (!present.equals(Optional.of(crl))) {
            if (present.isPresent() && !isNewer(fresh, present.get())) {
                return new Refusal(Refusal.Reason.CONFLICT);
            }
            files.replace(fresh.file(), crl);
            audit.append(AuditEntry.of(
                    AuditKind.PUBLISH,
                    "ma",
                    Map.of(
                            "crl-series",
                            Integer.toString(fresh.contents().crlSeries().value()))));
        }
        refresh();
        return new Accepted();
    }

    private static boolean isNewer(SignedCrl fresh, Octets present) {
        return fresh.contents().issueDate().compareTo(stored(present).contents().issueDate()) > 0;
    }

    /** Writes the composite CRL and the status anew where the files they speak of have changed. */
    public synchronized void refresh() {
        Optional<Octets> ctl = files.read(CTL);
        if (ctl.isEmpty()) {
            LOG.warn("there is no trust list to serve");
            return;
        }
        Encoded<UnsecuredSpdu<MultiSignedCtl>> list = ctl(ctl.get());
        List<SignedCrl> crls = files.names("crl", ".spdu").stream()
                .map(name -> stored(files.read(name).orElseThrow()))
                .toList();
        files.replace(COMPOSITE, composite(crls, list));
        files.replace(STATUS, status(crls, list));
    }

    private static Octets composite(List<SignedCrl> crls, Encoded<UnsecuredSpdu<MultiSignedCtl>> list) {
        List<Encoded<Ieee1609Dot2Data>> signed =
                crls.stream().map(SignedCrl::data).toList();
        CompositeCrl composite = CompositeCrl.of(signed, list);
        Octets content = ScmsPdu.CODEC.encode(ScmsPdu.of(new ScmsPdu.Content.Cert(composite)));
        return CompositeCrlSpdu.CODEC.encode(new UnsecuredSpdu<>(new Encoded<>(composite, content)));
    }

    private Octets status(List<SignedCrl> crls, Encoded<UnsecuredSpdu<MultiSignedCtl>> list) {
        List<CrlInfoStatus> crlStatus = crls.stream()
                .map(SignedCrl::contents)
                .map(crl -> CrlInfoStatus.of(crl.crlCraca(), crl.crlSeries(), crl.issueDate()))
                .toList();
        List<CtlInfoStatus> ctlStatus = new ArrayList<>();
        Time32 chain = start(own);
        Optional<FullIeeeTbsCtl> content = content(list);
        if (content.isPresent()) {
            FullIeeeTbsCtl ctl = content.get();
            ctlStatus.add(CtlInfoStatus.of(ctl.ctlSeriesId(), ctl.sequenceNumber(), ctl.effectiveDate()));
            chain = ctl.effectiveDate();
        }
        return signature.sign(ScmsPdu.of(new ScmsPdu.Content.Cert(
                CertificateManagementInfoStatus.of(crlStatus, ctlStatus, chain, ma(), start(own)))));
    }

    private List<MaInfoStatus> ma() {
        return trust.certificateOf("ma").stream()
                .flatMap(certificate -> Role.ssp(certificate).stream()
                        .filter(SecurityMgmtSsp.Ma.class::isInstance)
                        .map(ssp ->
                                MaInfoStatus.of(((SecurityMgmtSsp.Ma) ssp).ssp().relevantPsids(), start(certificate))))
                .toList();
    }

    /** The trust list inside {@code list}, of the one type we know. */
    static Optional<FullIeeeTbsCtl> content(Encoded<UnsecuredSpdu<MultiSignedCtl>> list) {
        return list.value().content().value() instanceof MultiSignedCtl.FullIeeeCtl full
                ? Optional.of(full.tbsCtl().value())
                : Optional.empty();
    }

    static Encoded<UnsecuredSpdu<MultiSignedCtl>> ctl(Octets octets) {
        try {
            return MultiSignedCtlSpdu.CODEC.decode(octets, READING).encoded();
        } catch (DecodeException e) {
            throw new IllegalStateException("the trust list in the trust folder cannot be read", e);
        }
    }

    private static SignedCrl stored(Octets octets) {
        try {
            return SignedCrl.read(octets);
        } catch (DecodeException e) {
            throw new IllegalStateException("a CRL in the trust folder cannot be read", e);
        }
    }

    private static Time32 start(HashedCertificate certificate) {
        return certificate.certificate().toBeSigned().value().validityPeriod().start();
    }
}
