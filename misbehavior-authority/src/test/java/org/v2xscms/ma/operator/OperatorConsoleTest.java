package org.v2xscms.ma.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.kernel.authority.AuthorityStart;
import org.v2xscms.kernel.database.DatabaseAccess;
import org.v2xscms.kernel.database.TestPostgres;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.files.PrivateFiles;
import org.v2xscms.kernel.http.BackEndChannel;
import org.v2xscms.kernel.operator.OperatorCredential;
import org.v2xscms.ma.MisbehaviorAuthorityMain;
import org.v2xscms.ma.fixture.Device;
import org.v2xscms.ma.fixture.Reports;
import org.v2xscms.ma.fixture.Town;
import org.v2xscms.ma.resolution.RevocationWork;
import org.v2xscms.messages.Accepted;
import org.v2xscms.messages.Approval;
import org.v2xscms.messages.Decision;
import org.v2xscms.messages.ReportForward;

/** The real application over HTTP: reports come from the RA, operators decide, the RA gets the list. */
class OperatorConsoleTest {

    @TempDir
    private static Path folder;

    private static Town town;
    private static ConfigurableApplicationContext authority;
    private static URI address;
    private static PeerClient ra;

    private MaConsole console;
    private String id;

    @BeforeAll
    static void start() throws IOException {
        town = new Town(folder);
        authority = AuthorityStart.start(MisbehaviorAuthorityMain.class, settings(), town.clock);
        address = URI.create("http://127.0.0.1:" + AuthorityStart.port(authority));
        ra = new PeerClient(
                town.exchange("ra"),
                BackEndChannel.trusting(null, Duration.ofSeconds(10), 1 << 20),
                address,
                town.trust.certificate("ma"),
                Role.MA);
    }

    private static Map<String, Object> settings() throws IOException {
        DatabaseAccess access = TestPostgres.newDatabase();
        Path passwords = folder.resolve("passwords");
        PrivateFiles.write(passwords.resolve("owner.password"), access.owner().password() + "\n");
        PrivateFiles.write(
                passwords.resolve("runtime.password"), access.runtime().password() + "\n");
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", "0");
        settings.put("scms.name", "ma");
        settings.put("scms.home", town.home().toString());
        settings.put("scms.trust", town.trustFolder().toString());
        settings.put("scms.database.url", access.jdbcUrl());
        settings.put("scms.database.passwords", passwords.toString());
        settings.put("scms.database.owner", access.owner().role());
        settings.put("scms.database.runtime", access.runtime().role());
        settings.put("scms.http.errors", "fine");
        settings.put("scms.ma.background", "false");
        town.addresses().forEach((name, uri) -> settings.put("scms.peers." + name, uri.toString()));
        return settings;
    }

    @AfterAll
    static void stop() {
        authority.close();
        town.close();
    }

    @BeforeEach
    void openCase() throws InterruptedException {
        console = new MaConsole(address, null, town.ada, town.clock);
        List<String> before =
                done(console.cases()).stream().map(CaseLine::caseId).toList();
        forward(report(town.device(3), town.device(3)));
        id = done(console.cases()).stream()
                .map(CaseLine::caseId)
                .filter(name -> !before.contains(name))
                .findFirst()
                .orElseThrow();
        town.asked.clear();
    }

    private static Octets report(Device suspect, Device reporter) {
        return new Reports(town).about(suspect.certificate(town.period(), 0), reporter.certificate(town.period(), 0));
    }

    private static void forward(Octets report) throws InterruptedException {
        PeerClient.Reply.Answer answer =
                assertInstanceOf(PeerClient.Reply.Answer.class, ra.ask(new ReportForward(report)));
        assertEquals(new Accepted(), answer.pdu());
    }

    private static <T> T done(ConsoleReply<T> reply) {
        if (reply instanceof ConsoleReply.Done<T>(T value)) {
            return value;
        }
        throw new AssertionError(reply);
    }

    private static void assertRefused(int status, ConsoleReply<?> reply) {
        assertEquals(status, assertInstanceOf(ConsoleReply.Refused.class, reply).status());
    }

    private ConsoleReply<CaseView> post(String action, Octets body, OperatorCredential operator)
            throws InterruptedException {
        String path = "/operator/cases/" + id + "/" + action;
        Map<String, String> headers = new HashMap<>(operator.headers("ma", "POST", path, body, town.clock.instant()));
        headers.put("Content-Type", "application/octet-stream");
        BackEndChannel.Reply reply = BackEndChannel.trusting(null, Duration.ofSeconds(10), 1 << 20)
                .ask("POST", address.resolve(path), headers, body);
        return new ConsoleReply.Refused<>(
                assertInstanceOf(BackEndChannel.Reply.Received.class, reply).status(), "");
    }

    @Test
    void caseShowsItsEvidenceToOperatorsOnly() throws InterruptedException {
        CaseView shown = done(console.show(id));
        assertEquals("OPEN", shown.state());
        assertEquals(town.period(), shown.period());
        assertEquals(1, shown.evidence().size());
        assertTrue(shown.evidence().getFirst().observations().startsWith("SPEED_TOO_HIGH"));
        MaConsole strange = new MaConsole(address, null, town.eve, town.clock);
        assertRefused(401, strange.cases());
        assertRefused(401, strange.show(id));
        assertRefused(404, console.show("00".repeat(16)));
    }

    @Test
    void oneOperatorTwiceIsOneApproval() throws InterruptedException {
        assertEquals(List.of("ada"), done(console.approve(id, town.ada)).approvals());
        CaseView shown = done(console.approve(id, town.ada));
        assertEquals(List.of("ada"), shown.approvals());
        assertEquals("OPEN", shown.state());
        assertRefused(409, console.revoke(id, town.ada));
    }

    @Test
    void twoOperatorsApprove() throws InterruptedException {
        done(console.approve(id, town.ada));
        CaseView shown = done(console.approve(id, town.bob));
        assertEquals("APPROVED", shown.state());
        assertEquals(List.of("ada", "bob"), shown.approvals());
        assertEquals(shown, done(console.approve(id, town.bob)), "a repeated approval changes nothing");
    }

    @Test
    void unknownOperatorCannotApprove() throws InterruptedException {
        assertRefused(401, console.approve(id, town.eve));
        assertEquals(List.of(), done(console.show(id)).approvals());
    }

    @Test
    void approvalOfAnotherCaseOrAnotherOperatorOrChangedIsRefused() throws InterruptedException {
        String first = id;
        openCase();
        Approval foreign = approve(Octets.ofHex(done(console.show(first)).decision()));
        assertRefused(403, post("approve", Approval.CODEC.encode(foreign), town.ada));
        Approval own = approve(Octets.ofHex(done(console.show(id)).decision()));
        assertRefused(403, post("approve", Approval.CODEC.encode(own), town.bob));
        byte[] changed = own.signature().toByteArray();
        changed[63] ^= 1;
        assertRefused(403, post("approve", Approval.CODEC.encode(new Approval("ada", Octets.of(changed))), town.ada));
        assertRefused(400, post("approve", Octets.ofHex("ff"), town.ada));
        assertEquals(List.of(), done(console.show(id)).approvals());
    }

    private static Approval approve(Octets decision) {
        try {
            return town.ada.approve(
                    Decision.CODEC.decode(decision, Reading.STRICT).value());
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void signedRequestOfLongAgoIsRefused() throws InterruptedException {
        Map<String, String> headers = town.ada.headers(
                "ma",
                "GET",
                "/operator/cases",
                Octets.EMPTY,
                town.clock.instant().minusSeconds(120));
        BackEndChannel.Reply reply = BackEndChannel.trusting(null, Duration.ofSeconds(10), 1 << 20)
                .ask("GET", address.resolve("/operator/cases"), headers, Octets.EMPTY);
        assertEquals(
                401,
                assertInstanceOf(BackEndChannel.Reply.Received.class, reply).status());
    }

    @Test
    void rejectedCaseCannotBeApproved() throws InterruptedException {
        CaseView shown = done(console.reject(id, "a test drive", town.bob));
        assertEquals("REJECTED", shown.state());
        assertEquals("a test drive", shown.reason());
        assertRefused(409, console.approve(id, town.ada));
        assertRefused(409, console.revoke(id, town.ada));
    }

    @Test
    void approvedCaseIsRevokedAndTheRaGetsTheList() throws InterruptedException {
        done(console.approve(id, town.ada));
        done(console.approve(id, town.bob));
        assertEquals("RESOLVING", done(console.revoke(id, town.bob)).state());
        int before = town.published.size();
        assertEquals(List.of(), authority.getBean(RevocationWork.class).pass());
        CaseView shown = done(console.show(id));
        assertEquals("REVOKED", shown.state());
        assertEquals(
                List.of("BLOCK answered", "RESOLVE answered", "SEED1 answered", "SEED2 answered"),
                shown.questions().stream()
                        .map(q -> q.step() + " " + q.outcome())
                        .toList());
        assertTrue(town.published.size() > before);
        assertRefused(409, console.reject(id, "too late", town.ada));
    }

    @Test
    void reportIsTakenFromTheRaAlone() throws InterruptedException {
        PeerClient pca = new PeerClient(
                town.exchange("pca"),
                BackEndChannel.trusting(null, Duration.ofSeconds(10), 1 << 20),
                address,
                town.trust.certificate("ma"),
                Role.MA);
        PeerClient.Reply reply = pca.ask(new ReportForward(report(town.device(3), town.device(3))));
        assertTrue(assertInstanceOf(PeerClient.Reply.NoAnswer.class, reply)
                .reason()
                .startsWith("status 400"));
    }

    @Test
    void forwarderDoesNotLearnWhatBecameOfAReport() throws InterruptedException {
        byte[] noise = new byte[300];
        new SeededRandom(1).nextBytes(noise);
        forward(Octets.of(noise));
        Octets report = report(town.device(3), town.device(3));
        forward(report);
        forward(report);
    }
}
