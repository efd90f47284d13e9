package org.v2xscms.cli.device;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.EndEntityType;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.SubjectPermissions;
import org.v2xscms.codec.ieee1609dot2.basetypes.Hostname;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.obu.CertifiedKeys;
import org.v2xscms.obu.provisioning.Acknowledgement;
import org.v2xscms.obu.provisioning.Authority;
import org.v2xscms.obu.provisioning.CanonicalKey;
import org.v2xscms.obu.provisioning.CertificateWish;
import org.v2xscms.obu.provisioning.DeviceTrust;
import org.v2xscms.obu.provisioning.Enrollment;
import org.v2xscms.obu.provisioning.EnrollmentWish;
import org.v2xscms.obu.provisioning.KeyExpansion;
import org.v2xscms.obu.provisioning.Outcome;
import org.v2xscms.obu.provisioning.Platform;
import org.v2xscms.obu.provisioning.PseudonymProvisioning;
import org.v2xscms.obu.provisioning.TrustUpdate;
import org.v2xscms.obu.store.DeviceStore;
import org.v2xscms.obu.store.FolderDisk;
import org.v2xscms.obu.transport.Call;
import org.v2xscms.obu.transport.Reply;

/**
 * One device with its folder: the client library, put together as a vehicle maker would. A canonical key is made with the
 * folder; its public half is registered with the enrolment authority under the device's name.
 */
public final class Device implements AutoCloseable {

    /** The name of the request for pseudonym certificates in the device's store. */
    public static final String PSEUDONYMS = "pseudonyms";

    /** The name of the request for an application certificate. */
    public static final String APPLICATION = "application";

    private static final long SECONDS_PER_HOUR = 3600;
    private static final String CANONICAL_KEY = "canonical-key";
    private static final int FILE_LIMIT = 16 << 20;

    /** Certificates of the current i-period begin with it: the enrolment certificate must have begun by then. */
    private static final Duration BEFORE = Duration.ofDays(8);

    private final String name;
    private final Surroundings surroundings;
    private final FolderDisk disk;
    private final DeviceStore store;
    private final Platform platform;
    private final DeviceTrust trust;
    private final Enrollment enrollment;

    private Device(String name, Surroundings surroundings, FolderDisk disk) {
        this.name = name;
        this.surroundings = surroundings;
        this.disk = disk;
        this.store = DeviceStore.open(disk, surroundings.random());
        this.platform = new Platform(
                store,
                surroundings.transport(),
                surroundings.clock(),
                surroundings.random(),
                surroundings.verifier(),
                RevocationCheck.NONE);
        this.trust = DeviceTrust.open(platform, surroundings.pinned());
        this.enrollment = new Enrollment(platform, trust);
    }

    /** Opens the device in {@code folder}, for this process alone, or makes it there. */
    public static Device open(String name, Path folder, Surroundings surroundings) {
        return new Device(name, surroundings, FolderDisk.open(folder));
    }

    public String name() {
        return name;
    }

    public DeviceStore store() {
        return store;
    }

    public FolderDisk disk() {
        return disk;
    }

    public DeviceTrust trust() {
        return trust;
    }

    public Enrollment enrollment() {
        return enrollment;
    }

    /** The public key to register the device with. */
    public PublicPoint canonicalKey() {
        try (KeyPair keys = canonicalKeys()) {
            return keys.publicKey();
        }
    }

    /** Fetches the chain file and takes what its trust list approves. */
    public TrustUpdate updateTrust() {
        String series = surroundings.pinned().series().octets().hex();
        return trust.acceptChain(fetch("v3/ccf-ctl?ctlSeriesId=" + series));
    }

    /** Fetches the CRL of a series that is issued in the name of the root. */
    public Octets fetchCrl(int series) {
        String craca = trust.roots().getFirst().id().octets().hex();
        return fetch("v3/crl?craca=" + craca + "&crlSeries=" + series);
    }

    /** Fetches the composite CRL with the trust list. */
    public Octets fetchCompositeCrl() {
        return fetch("v3/composite-crl-ctl?ctlSeriesId="
                + surroundings.pinned().series().octets().hex());
    }

    /** A public file of the registration authority. */
    public Octets fetch(String path) {
        URI uri = surroundings.ra().resolve(path);
        return switch (surroundings.transport().send(Call.get(uri, Map.of(), FILE_LIMIT))) {
            case Reply.Answer answer when answer.status() == 200 -> answer.body();
            case Reply.Answer answer -> throw new IllegalStateException(uri + ": status " + answer.status());
            case Reply other -> throw new IllegalStateException(uri + ": " + other);
        };
    }

    /** Enrols for the applications {@code psids}, or answers the certificate in force. */
    public Outcome<CertifiedKeys> enrol(CertificateType type, Duration validity, List<Psid> psids) {
        EnrollmentWish wish = new EnrollmentWish(
                type,
                new CertificateId.Name(new Hostname("")),
                validity(surroundings.clock().instant().minus(BEFORE), BEFORE.plus(validity)),
                null,
                List.of(mayRequest(psids)));
        try (KeyPair keys = canonicalKeys()) {
            return enrollment.enroll(
                    surroundings.eca(),
                    wish,
                    new CanonicalKey(name, SoftwareSigner.hedged(keys, surroundings.random())));
        }
    }

    /** Asks for pseudonym certificates from the present i-period on, or answers the acknowledgement that is there. */
    public Outcome<Acknowledgement> provision(CertificateWish wish, IPeriods periods) {
        return provisioning(periods).request(PSEUDONYMS, wish);
    }

    /** The wish for pseudonym certificates from the present i-period on. */
    public CertificateWish pseudonyms(
            CertificateType type, KeyExpansion expansion, IPeriods periods, List<Psid> psids) {
        long i = periods.at(Time32.of(surroundings.clock().instant()).seconds());
        ValidityPeriod first = new ValidityPeriod(
                new Time32(periods.start(i)), hours((periods.end(i) - periods.start(i)) / SECONDS_PER_HOUR));
        return CertificateWish.pseudonyms(
                type,
                expansion,
                first,
                psids.stream().map(psid -> new PsidSsp(psid, null)).toList());
    }

    /** Asks for one certificate in the name of the device, as a roadside unit does. */
    public Outcome<Acknowledgement> requestApplication(
            CertificateType type, IPeriods periods, Duration validity, List<PsidSsp> permissions) {
        return provisioning(periods)
                .request(
                        APPLICATION,
                        CertificateWish.application(
                                type,
                                new CertificateId.Name(new Hostname(name)),
                                validity(surroundings.clock().instant(), validity),
                                permissions));
    }

    /** Requests and batches, with the certificate of the registration authority that the trust list leads to. */
    public PseudonymProvisioning provisioning(IPeriods periods) {
        return new PseudonymProvisioning(platform, trust, enrollment, registrationAuthority(), periods);
    }

    /** The pseudonyms of all weeks in the store, whose keys the caller closes. */
    public List<CertifiedKeys> storedPseudonyms(IPeriods periods) {
        PseudonymProvisioning provisioning = provisioning(periods);
        return provisioning.storedPeriods(PSEUDONYMS).stream()
                .flatMap(i -> provisioning.stored(PSEUDONYMS, i).stream())
                .toList();
    }

    /** The registration authority of this device, with the certificate it shows; the library checks it at each use. */
    public Authority registrationAuthority() {
        return new Authority(surroundings.ra(), certificate("ra-certificate", "v3/ra-certificate"));
    }

    /**
     * The certificate of the misbehaviour authority that takes reports about basic safety messages, to encrypt them to.
     *
     * @throws IllegalStateException if it does not lead to a trusted root
     */
    public HashedCertificate misbehaviourAuthority() {
        HashedCertificate authority = certificate("ma-certificate", "v3/ma-certificate?psid=20");
        if (!trust.isValid(authority)) {
            throw new IllegalStateException("the misbehaviour authority's certificate does not lead to a trusted root");
        }
        return authority;
    }

    /** A certificate of the device's store, fetched when it is asked for the first time. */
    private HashedCertificate certificate(String stored, String path) {
        Octets octets = store.read(stored).orElseGet(() -> {
            Octets fetched = fetch(path);
            store.write(stored, fetched);
            return fetched;
        });
        try {
            return HashedCertificate.of(Certificate.CODEC
                    .keepingOctets()
                    .decode(octets, Reading.STRICT)
                    .value());
        } catch (DecodeException e) {
            store.remove(stored);
            throw new IllegalStateException(path + " is no certificate: " + e.getMessage(), e);
        }
    }

    /** Sends a sealed misbehaviour report; whether the authority has taken it. */
    public boolean upload(Octets report) {
        Call call = Call.post(surroundings.ra().resolve("v3/mbr-upload-STE"), report, FILE_LIMIT);
        return surroundings.transport().send(call) instanceof Reply.Answer answer && answer.status() / 100 == 2;
    }

    @Override
    public void close() {
        disk.close();
    }

    private static PsidGroupPermissions mayRequest(List<Psid> psids) {
        List<PsidSspRange> ranges =
                psids.stream().map(psid -> new PsidSspRange(psid, null)).toList();
        return new PsidGroupPermissions(new SubjectPermissions.Explicit(ranges), 0, 0, EndEntityType.APP);
    }

    private static ValidityPeriod validity(Instant start, Duration length) {
        return new ValidityPeriod(Time32.of(start), hours(length.toHours()));
    }

    private static org.v2xscms.codec.ieee1609dot2.basetypes.Duration hours(long hours) {
        return new org.v2xscms.codec.ieee1609dot2.basetypes.Duration.Hours(Math.toIntExact(hours));
    }

    private KeyPair canonicalKeys() {
        if (store.read(CANONICAL_KEY).isEmpty()) {
            try (KeyPair keys = KeyPair.generate(Curve.NIST_P256, surroundings.random());
                    SecretOctets secret = keys.privateKey().toSecretOctets()) {
                store.writeSecret(CANONICAL_KEY, secret);
            }
        }
        try (SecretOctets secret = store.readSecret(CANONICAL_KEY).orElseThrow()) {
            return KeyPair.of(PrivateScalar.of(Curve.NIST_P256, secret).orElseThrow());
        }
    }
}
