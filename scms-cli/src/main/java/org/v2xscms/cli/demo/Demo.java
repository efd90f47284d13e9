package org.v2xscms.cli.demo;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.v2xscms.application.bsm.BasicSafetyMessage;
import org.v2xscms.application.claim.Claim;
import org.v2xscms.application.report.ReportWriter;
import org.v2xscms.cli.device.Device;
import org.v2xscms.cli.device.DeviceAdministration;
import org.v2xscms.cli.device.Outcomes;
import org.v2xscms.cli.device.Surroundings;
import org.v2xscms.cli.system.AuthorityService;
import org.v2xscms.cli.system.DataFolder;
import org.v2xscms.cli.system.Installation;
import org.v2xscms.cli.system.TrialOperators;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.ma.operator.CaseLine;
import org.v2xscms.ma.operator.CaseView;
import org.v2xscms.ma.operator.ConsoleReply;
import org.v2xscms.ma.operator.MaConsole;
import org.v2xscms.obu.CertifiedKeys;
import org.v2xscms.obu.provisioning.Acknowledgement;
import org.v2xscms.obu.provisioning.Batch;
import org.v2xscms.obu.provisioning.CertificateWish;
import org.v2xscms.obu.provisioning.Outcome;
import org.v2xscms.obu.provisioning.TrustUpdate;
import org.v2xscms.obu.stack.Check;
import org.v2xscms.obu.stack.CrlVerdict;
import org.v2xscms.obu.stack.SecurityStack;
import org.v2xscms.obu.stack.Signing;
import org.v2xscms.obu.stack.StackSettings;
import org.v2xscms.obu.stack.Verdict;

/**
 * The life of credentials from the key ceremony to a revocation that every vehicle enforces, over the real authorities of
 * an {@link Installation}. Every step is checked, and one that does not turn out as it must ends it.
 */
final class Demo {

    private static final IPeriods PERIODS = IPeriods.CAMP;
    private static final int CERTIFICATES_A_WEEK = 20;
    private static final Duration ENROLMENT = Duration.ofDays(365);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROUNDS = 15;
    private static final int AT_A_TIME = 4;
    private static final Psid WSA = new Psid(135);
    private static final List<Psid> APPLICATIONS = List.of(BasicSafetyMessage.PSID, ReportWriter.REPORT_PSID);

    private final DemoOptions options;
    private final DataFolder data;
    private final Story story;
    private final InstantSource clock;
    private final SecureRandom random;
    private final SignatureVerifier verifier;
    private final @Nullable Export export;

    /** @param export where artefacts are kept; null for nowhere */
    Demo(
            DemoOptions options,
            DataFolder data,
            Story story,
            InstantSource clock,
            SecureRandom random,
            SignatureVerifier verifier,
            @Nullable Export export) {
        this.options = options;
        this.data = data;
        this.story = story;
        this.clock = clock;
        this.random = random;
        this.verifier = verifier;
        this.export = export;
    }

    /** Settings of the authorities: what would take a minute or more in production happens at once. */
    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("scms.http.errors", "fine");
        settings.put("scms.ra.mix.min-devices", options.vehicles());
        settings.put("scms.ra.mix.max-wait", "3s");
        settings.put("scms.ra.preload-weeks", options.weeks() - 1);
        settings.put("scms.ra.max-weeks", options.weeks());
        if (export != null) {
            settings.put("scms.wire-log", Export.wireLog(data).toString());
        }
        return settings;
    }

    void run() throws Exception {
        try (Installation installation = story.step(
                "authorities start",
                () -> Installation.start(data, settings(), verifier, random, clock, step -> {}),
                started -> AuthorityService.values().length + " authorities, each with its database, keys and port")) {
            Surroundings surroundings = Surroundings.of(data, installation.addresses(), clock, random, verifier);
            try (TrialOperators operators = new TrialOperators(data, verifier, random, clock)) {
                List<Device> devices = enrol(installation, surroundings, operators);
                provision(devices);
                roadsideUnit(installation, surroundings, operators);
                drive(installation, surroundings, operators, devices);
            }
        }
    }

    private List<Device> enrol(Installation installation, Surroundings surroundings, TrialOperators operators)
            throws Exception {
        List<Device> devices = new ArrayList<>();
        for (int number = 1; number <= options.vehicles(); number++) {
            String name = "vehicle-" + number;
            Surroundings own =
                    export == null ? surroundings : surroundings.over(export.recording(name, surroundings.transport()));
            devices.add(Device.open(name, data.device(name), own));
        }
        DeviceAdministration administration = administration(installation);
        story.step(
                "operators register the vehicles' keys",
                () -> {
                    for (Device device : devices) {
                        administration.register(device, operators.credential("ada"));
                    }
                    return devices;
                },
                done -> done.size() + " vehicles known to the enrolment CA");
        story.step(
                "vehicles take the trust list",
                () -> atATime(devices, device -> trusted(device)),
                done -> "signed by the quorum of electors that each vehicle pins");
        story.step(
                "vehicles enrol",
                () -> atATime(devices, device -> {
                    try (CertifiedKeys keys = done(device.enrol(options.type(), ENROLMENT, APPLICATIONS))) {
                        return keys.certificate();
                    }
                }),
                done -> done.size() + " enrolment certificates");
        return devices;
    }

    private DeviceAdministration administration(Installation installation) {
        return new DeviceAdministration(
                installation.addresses().of(AuthorityService.ECA), installation.trusted(), clock);
    }

    private boolean trusted(Device device) {
        TrustUpdate update = device.updateTrust();
        if (!(update instanceof TrustUpdate.Accepted) && !(update instanceof TrustUpdate.Unchanged)) {
            throw new DemoFailure(device.name() + " does not take the trust list: " + update);
        }
        return true;
    }

    private void provision(List<Device> devices) throws Exception {
        long asked = System.nanoTime();
        List<Acknowledgement> acknowledged = story.step(
                "vehicles ask for pseudonym certificates",
                () -> atATime(devices, device -> done(device.provision(wish(device), PERIODS))),
                done -> done.size() + " requests, expanded by butterfly keys (" + options.expansion() + ")");
        int firstI = Optional.ofNullable(acknowledged.getFirst().firstI())
                .orElseThrow(() -> new DemoFailure("no first i-period in the acknowledgement"));
        double[] first = new double[1];
        story.step(
                "authorities mix, issue and pack; vehicles download and check",
                () -> {
                    int loaded = 0;
                    for (int week = 0; week < options.weeks(); week++) {
                        int i = firstI + week;
                        for (int count : atATime(devices, device -> batch(device, i))) {
                            loaded += count;
                        }
                        first[0] = first[0] == 0 ? (System.nanoTime() - asked) / 1e9 : first[0];
                    }
                    return loaded;
                },
                loaded -> loaded + " certificates, " + options.weeks() + " weeks of " + CERTIFICATES_A_WEEK
                        + " for each vehicle");
        story.note("first week usable after the request", "for all vehicles", first[0]);
    }

    private CertificateWish wish(Device device) {
        return device.pseudonyms(options.type(), options.expansion(), PERIODS, APPLICATIONS);
    }

    private int batch(Device device, int i) throws InterruptedException {
        try (Batch batch = until(() -> device.provisioning(PERIODS).download(Device.PSEUDONYMS, i))) {
            if (!batch.rejected().isEmpty() || batch.certificates().size() != CERTIFICATES_A_WEEK) {
                throw new DemoFailure(
                        device.name() + ": " + batch.certificates().size() + " certificates in week " + i
                                + ", rejected " + batch.rejected());
            }
            return batch.certificates().size();
        }
    }

    private void roadsideUnit(Installation installation, Surroundings surroundings, TrialOperators operators)
            throws Exception {
        story.step(
                "a roadside unit enrols and gets an application certificate",
                () -> {
                    try (Device unit = Device.open("roadside-unit-1", data.device("roadside-unit-1"), surroundings)) {
                        administration(installation).register(unit, operators.credential("ada"));
                        trusted(unit);
                        done(unit.enrol(options.type(), ENROLMENT, List.of(WSA)))
                                .close();
                        done(unit.requestApplication(
                                options.type(), PERIODS, Duration.ofDays(7), List.of(new PsidSsp(WSA, null))));
                        try (Batch batch =
                                until(() -> unit.provisioning(PERIODS).download(Device.APPLICATION))) {
                            return batch.certificates().getFirst().certificate();
                        }
                    }
                },
                certificate -> "without linkage value, revoked by hash");
    }

    private void drive(
            Installation installation, Surroundings surroundings, TrialOperators operators, List<Device> devices)
            throws Exception {
        List<Vehicle> vehicles = new ArrayList<>();
        for (int number = 0; number < devices.size(); number++) {
            Motion motion = new Motion(number, 20.0 * number, 25 + number % 5);
            vehicles.add(Vehicle.of(devices.get(number), motion, surroundings, StackSettings.AMERICAN, PERIODS));
        }
        try {
            Vehicle liar = vehicles.getFirst();
            Set<Vehicle> all = new HashSet<>(vehicles);
            Set<Vehicle> honest = new HashSet<>(vehicles);
            honest.remove(liar);
            Traffic traffic = new Traffic(vehicles, clock);
            Traffic.Tally before = story.step(
                    "vehicles drive, sign and verify",
                    () -> honestTraffic(traffic.drive(ROUNDS, null, false, all)),
                    tally -> "%d signed, %d verified, all trusted; %,.0f messages verified a second on one core"
                            .formatted(tally.signed, tally.judged(), tally.perSecond()));
            if (export != null) {
                export.beforeRevocation(liar.device());
            }
            report(traffic, liar, honest);
            double reported = story.elapsed();
            revoke(installation, operators);
            enforce(traffic, liar, vehicles, honest);
            story.note("from report to enforcement", "by every other vehicle", story.elapsed() - reported);
            if (before.judged() == 0) {
                throw new DemoFailure("no message was verified");
            }
            if (export != null) {
                story.step(
                        "artefacts are written",
                        () -> export.write(data, vehicles, before.messages),
                        count -> count + " files and manifest.json in " + export.folder());
            }
        } finally {
            vehicles.forEach(Vehicle::close);
        }
    }

    private static Traffic.Tally honestTraffic(Traffic.Tally tally) {
        if (tally.refused > 0 || tally.unknown > 0 || !tally.claims.isEmpty()) {
            throw new DemoFailure("of " + tally.judged() + " honest messages " + tally.refused + " were refused, "
                    + tally.unknown + " of unknown signers, " + tally.claims.size() + " claims of misbehaviour");
        }
        return tally;
    }

    private void report(Traffic traffic, Vehicle liar, Set<Vehicle> honest) throws Exception {
        story.step(
                "one lies about its position; others notice and report",
                () -> {
                    Traffic.Tally tally = traffic.drive(ROUNDS, liar, true, honest);
                    if (tally.claims.isEmpty()) {
                        throw new DemoFailure("nobody noticed positions that jump");
                    }
                    refuseFalseClaims(tally, liar);
                    int taken = honest.stream().mapToInt(Vehicle::uploadReports).sum();
                    if (taken == 0) {
                        throw new DemoFailure("no report was taken");
                    }
                    return taken;
                },
                taken -> taken + " signed reports with evidence, encrypted to the misbehaviour authority");
    }

    private static void refuseFalseClaims(Traffic.Tally tally, Vehicle liar) {
        Set<HashedCertificate> own = new HashSet<>();
        liar.pseudonyms().forEach(pseudonym -> own.add(pseudonym.certificate()));
        for (Claim claim : tally.claims) {
            if (!own.contains(claim.subject().signer())) {
                throw new DemoFailure("an honest vehicle was accused: " + claim.subject());
            }
        }
    }

    private void revoke(Installation installation, TrialOperators operators) throws Exception {
        MaConsole console = new MaConsole(
                installation.addresses().of(AuthorityService.MA),
                installation.trusted(),
                operators.credential("ada"),
                clock);
        String id = story.step(
                "the authority recomputes the claims and opens a case",
                () -> until(() -> openCase(console)),
                name -> "case " + name);
        story.step(
                "two operators approve",
                () -> {
                    reply(console.approve(id, operators.credential("ada")));
                    return reply(console.approve(id, operators.credential("bob")));
                },
                view -> String.join(" and ", view.approvals()));
        story.step(
                "linkage value to request, to chains, to seeds, to the CRL",
                () -> {
                    reply(console.revoke(id, operators.credential("ada")));
                    return until(() -> revoked(console, id));
                },
                view -> view.questions().size() + " orders answered under warrant");
    }

    private static Outcome<String> openCase(MaConsole console) throws InterruptedException {
        return switch (console.cases()) {
            case ConsoleReply.Done<List<CaseLine>>(List<CaseLine> cases) ->
                cases.stream()
                        .filter(line -> line.state().equals("OPEN"))
                        .findFirst()
                        .<Outcome<String>>map(line -> new Outcome.Done<>(line.caseId()))
                        .orElseGet(() -> new Outcome.TryLater<>(Instant.MIN));
            case ConsoleReply.Refused<List<CaseLine>> refused ->
                throw new DemoFailure("cases: " + refused.status() + " " + refused.reason());
            case ConsoleReply.NoAnswer<List<CaseLine>> _ -> new Outcome.TryLater<>(Instant.MIN);
        };
    }

    private static Outcome<CaseView> revoked(MaConsole console, String id) throws InterruptedException {
        CaseView view = reply(console.show(id));
        return view.state().equals("REVOKED") ? new Outcome.Done<>(view) : new Outcome.TryLater<>(Instant.MIN);
    }

    private static <T> T reply(ConsoleReply<T> reply) {
        return switch (reply) {
            case ConsoleReply.Done<T>(T value) -> value;
            case ConsoleReply.Refused<T> refused ->
                throw new DemoFailure(
                        "the misbehaviour authority refuses: " + refused.status() + " " + refused.reason());
            case ConsoleReply.NoAnswer<T> _ -> throw new DemoFailure("the misbehaviour authority does not answer");
        };
    }

    private void enforce(Traffic traffic, Vehicle liar, List<Vehicle> vehicles, Set<Vehicle> honest) throws Exception {
        story.step(
                "the registration authority refuses the revoked vehicle",
                () -> liar.device().provisioning(PERIODS).request("again", wish(liar.device())),
                outcome -> {
                    if (outcome instanceof Outcome.Refused<Acknowledgement> refused) {
                        return refused.number() + ": " + refused.sentence();
                    }
                    throw new DemoFailure("the revoked vehicle got " + outcome);
                });
        Octets crl = story.step(
                "the other vehicles fetch the CRL",
                () -> {
                    Octets list = liar.device().fetchCrl(1);
                    for (Vehicle vehicle : honest) {
                        if (!(vehicle.stack().accept(list) instanceof CrlVerdict.Accepted)) {
                            throw new DemoFailure(vehicle.device().name() + " does not accept the CRL");
                        }
                    }
                    return list;
                },
                list -> list.length() + " octets, one entry");
        story.step(
                "they refuse what it sends, and trust each other",
                () -> {
                    Traffic.Tally tally = traffic.drive(ROUNDS, liar, false, honest);
                    if (tally.trustedLiar > 0
                            || tally.trusted == 0
                            || tally.refusedLiar.size() != 1
                            || !tally.refusedLiar.containsKey(Check.SIGNER_NOT_REVOKED.name())) {
                        throw new DemoFailure(tally.trustedLiar + " messages of the revoked vehicle were trusted, "
                                + "others refused for " + tally.refusedLiar);
                    }
                    return tally;
                },
                tally -> tally.refusedLiar + " refused, " + tally.trusted + " trusted");
        story.step(
                "under every pseudonym of every week",
                () -> everyPseudonym(liar, vehicles.get(1), crl),
                count -> count + " of " + liar.pseudonyms().size() + " pseudonyms refused, none of the others'");
    }

    /** Signs with each pseudonym of the revoked vehicle in its week, and of another one, and has both judged then. */
    private int everyPseudonym(Vehicle revoked, Vehicle other, Octets crl) {
        int refused = 0;
        for (Vehicle sender : List.of(revoked, other)) {
            for (CertifiedKeys pseudonym : sender.pseudonyms()) {
                Instant then = clock.instant()
                        .plus(Duration.ofSeconds(
                                (pseudonym.i() - sender.pseudonyms().getFirst().i()) * PERIODS.length()));
                SecurityStack signer = new SecurityStack(
                        StackSettings.AMERICAN, sender.device().trust().store(), verifier, () -> then, random);
                SecurityStack judge = new SecurityStack(
                        StackSettings.AMERICAN, other.device().trust().store(), verifier, () -> then, random);
                signer.use(List.of(pseudonym));
                Octets payload = sender.motion().message(0, 0, then.toEpochMilli(), 0);
                if (!(signer.sign(payload, BasicSafetyMessage.PSID) instanceof Signing.Signed message)) {
                    throw new DemoFailure("pseudonym " + pseudonym.i() + "/" + pseudonym.j() + " cannot sign");
                }
                if (!(judge.verify(message.message(), null) instanceof Verdict.Trusted)) {
                    throw new DemoFailure("pseudonym " + pseudonym.i() + "/" + pseudonym.j() + " was never trusted");
                }
                SecurityStack informed = new SecurityStack(
                        StackSettings.AMERICAN, other.device().trust().store(), verifier, () -> then, random);
                informed.accept(crl);
                Verdict verdict = informed.verify(message.message(), null);
                boolean isRefused = verdict instanceof Verdict.Refused no && no.check() == Check.SIGNER_NOT_REVOKED;
                if (isRefused != sender.equals(revoked)) {
                    throw new DemoFailure("pseudonym " + pseudonym.i() + "/" + pseudonym.j() + " of "
                            + sender.device().name() + ": " + verdict);
                }
                refused += isRefused ? 1 : 0;
            }
        }
        return refused;
    }

    private interface Question<T> {
        Outcome<T> ask() throws InterruptedException;
    }

    /** Asks until there is an answer. */
    private <T> T until(Question<T> question) throws InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        Outcome<T> outcome = question.ask();
        while (outcome instanceof Outcome.TryLater<T> || outcome instanceof Outcome.NoAnswer<T>) {
            if (clock.instant().isAfter(end)) {
                throw new DemoFailure("no result after " + PATIENCE.toSeconds() + " s: " + outcome);
            }
            TimeUnit.MILLISECONDS.sleep(200);
            outcome = question.ask();
        }
        return done(outcome);
    }

    private static <T> T done(Outcome<T> outcome) {
        try {
            return Outcomes.done(outcome);
        } catch (IllegalStateException e) {
            throw new DemoFailure(Objects.requireNonNullElse(e.getMessage(), "no result"));
        }
    }

    private interface Job<D, T> {
        T of(D device) throws Exception;
    }

    /** Does {@code job} for all devices, some at a time; fails with the first that fails. */
    private static <D, T> List<T> atATime(List<D> devices, Job<D, T> job) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Callable<T>> tasks = new ArrayList<>();
            for (D device : devices) {
                tasks.add(() -> job.of(device));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : workers.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
