package org.v2xscms.cli.system;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.v2xscms.cli.device.Device;
import org.v2xscms.cli.device.DeviceAdministration;
import org.v2xscms.cli.device.Outcomes;
import org.v2xscms.cli.device.Surroundings;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.obu.CertifiedKeys;
import org.v2xscms.obu.provisioning.Acknowledgement;
import org.v2xscms.obu.provisioning.Batch;
import org.v2xscms.obu.provisioning.CertificateWish;
import org.v2xscms.obu.provisioning.KeyExpansion;
import org.v2xscms.obu.provisioning.Outcome;
import org.v2xscms.obu.transport.Call;
import org.v2xscms.obu.transport.Reply;

/** A whole installation for tests: its authorities over HTTPS, and devices that talk to them. */
final class TrialSystem implements AutoCloseable {

    static final IPeriods PERIODS = IPeriods.CAMP;
    static final Psid WSA = new Psid(135);

    /** Basic safety messages and misbehaviour reports. */
    static final List<Psid> APPLICATIONS = List.of(new Psid(32), new Psid(38));

    private static final Duration ENROLMENT = Duration.ofDays(365);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ANSWER_LIMIT = 1 << 20;

    final DataFolder data;
    final SecureRandom random = new SecureRandom();
    private final InstantSource clock = InstantSource.system();
    private final BouncyCastleVerifier verifier = new BouncyCastleVerifier();
    private final Installation installation;
    private final TrialOperators operators;

    /** Starts over {@code folder}; a mixture waits for {@code devices} devices. */
    TrialSystem(Path folder, int devices) {
        data = new DataFolder(folder);
        Map<String, Object> settings = Map.of(
                "scms.http.errors",
                "fine",
                "scms.ra.mix.min-devices",
                devices,
                "scms.ra.mix.max-wait",
                "2s",
                "scms.ra.preload-weeks",
                0,
                "scms.ra.max-weeks",
                1);
        installation = Installation.start(data, settings, verifier, random, clock, step -> {});
        operators = new TrialOperators(data, verifier, random, clock);
    }

    Addresses addresses() {
        return installation.addresses();
    }

    Surroundings surroundings() {
        return Surroundings.of(data, addresses(), clock, random, verifier);
    }

    /** The same, at a device whose clock is off by {@code offset}. */
    Surroundings surroundings(Duration offset) {
        Surroundings right = surroundings();
        return new Surroundings(
                right.eca(),
                right.ra(),
                right.pinned(),
                right.transport(),
                () -> clock.instant().plus(offset),
                random,
                verifier);
    }

    /** A device that the enrolment authority knows, with the trust list. */
    Device registered(String name, Surroundings surroundings) throws InterruptedException {
        Device device = unregistered(name, surroundings);
        new DeviceAdministration(addresses().of(AuthorityService.ECA), installation.trusted(), clock)
                .register(device, operators.credential("ada"));
        return device;
    }

    Device unregistered(String name, Surroundings surroundings) {
        Device device = Device.open(name, data.device(name), surroundings);
        device.updateTrust();
        return device;
    }

    /** A device with an enrolment certificate. */
    Device enrolled(String name, Surroundings surroundings, CertificateType type) throws InterruptedException {
        Device device = registered(name, surroundings);
        Outcomes.done(enrol(device, type, APPLICATIONS)).close();
        return device;
    }

    static Outcome<CertifiedKeys> enrol(Device device, CertificateType type, List<Psid> psids) {
        return device.enrol(type, ENROLMENT, psids);
    }

    /** The first week that was acknowledged. */
    static int firstI(Outcome<Acknowledgement> outcome) {
        return Optional.ofNullable(Outcomes.done(outcome).firstI()).orElseThrow();
    }

    static Outcome<Acknowledgement> provision(Device device, CertificateType type, KeyExpansion expansion) {
        return device.provision(wish(device, type, expansion), PERIODS);
    }

    static CertificateWish wish(Device device, CertificateType type, KeyExpansion expansion) {
        return device.pseudonyms(type, expansion, PERIODS, APPLICATIONS);
    }

    /** The week that was acknowledged, as soon as it is there. */
    Batch week(Device device, int i) throws InterruptedException {
        return until(() -> device.provisioning(PERIODS).download(Device.PSEUDONYMS, i));
    }

    /** Asks again as long as the answer is to come later. */
    <T> T until(Supplier<Outcome<T>> question) throws InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        Outcome<T> outcome = question.get();
        while (outcome instanceof Outcome.TryLater<T> && clock.instant().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(200);
            outcome = question.get();
        }
        return Outcomes.done(outcome);
    }

    /** What an authority answers to {@code body}: its status, or its error number. */
    String post(AuthorityService service, String path, Octets body) {
        Reply reply = surroundings()
                .transport()
                .send(Call.post(addresses().of(service).resolve(path), body, ANSWER_LIMIT));
        return reply instanceof Reply.Answer answer
                ? answer.header("Ieee-1609.2.1-Error").orElse(String.valueOf(answer.status()))
                : reply.toString();
    }

    @Override
    public void close() {
        operators.close();
        installation.close();
    }
}
