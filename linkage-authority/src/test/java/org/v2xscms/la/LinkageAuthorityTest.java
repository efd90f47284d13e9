package org.v2xscms.la;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmetricEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.acara.EncryptedIndividualPLV;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Opening;
import org.v2xscms.crypto.envelope.OpeningKey;
import org.v2xscms.crypto.linkage.LinkageRules;
import org.v2xscms.crypto.linkage.LinkageSeed;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.kernel.authority.AuthorityStart;
import org.v2xscms.kernel.authority.TestAuthoritySettings;
import org.v2xscms.kernel.database.DatabaseAccess;
import org.v2xscms.kernel.database.TestPostgres;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.kernel.exchange.PlayedAuthority;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.exchange.SecuredExchange;
import org.v2xscms.kernel.operator.OperatorCredential;
import org.v2xscms.kernel.operator.TestOperators;
import org.v2xscms.kernel.time.SteppableClock;
import org.v2xscms.messages.Accepted;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.CaseId;
import org.v2xscms.messages.ChainId;
import org.v2xscms.messages.ChainRelease;
import org.v2xscms.messages.Decision;
import org.v2xscms.messages.LinkageKeyOffer;
import org.v2xscms.messages.PreLinkageRequest;
import org.v2xscms.messages.PreLinkageResponse;
import org.v2xscms.messages.Refusal;
import org.v2xscms.messages.SeedAnswer;
import org.v2xscms.messages.SeedWarrant;
import org.v2xscms.rootca.TestTrust;

/** A linkage authority on a real database, asked over HTTP by an RA, an MA and an ACA that the test plays. */
class LinkageAuthorityTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final SteppableClock CLOCK = new SteppableClock(NOW);
    private static final LaId LA1 = new LaId(Octets.of((byte) 0, (byte) 1));
    private static final LaId LA2 = new LaId(Octets.of((byte) 0, (byte) 2));
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final LinkedBlockingQueue<LinkageKeyOffer> OFFERS = new LinkedBlockingQueue<>();

    @TempDir
    private static Path folder;

    private static TestTrust trust;
    private static DatabaseAccess access;
    private static HttpServer aca;
    private static ConfigurableApplicationContext la;
    private static SymmetricKey sharedKey;
    private static PlayedAuthority ra;
    private static PlayedAuthority ma;
    private static List<OperatorCredential> operators;

    @BeforeAll
    static void start() throws Exception {
        trust = TestTrust.create(folder, CLOCK, "la1");
        operators = TestOperators.listed(folder.resolve("trust"), "alice", "bob");
        ra = played("ra");
        ma = played("ma");
        aca = acaThatListens(played("pca"));
        access = TestPostgres.newDatabase();
        la = AuthorityStart.start(LinkageAuthorityMain.class, settings(Map.of()), CLOCK);
        LinkageKeyOffer offer = OFFERS.poll(60, TimeUnit.SECONDS);
        sharedKey = key(offer);
    }

    @AfterAll
    static void stop() {
        la.close();
        aca.stop(0);
        trust.close();
    }

    // Values

    @Test
    void valuesAreTheOnesOfTheSeedAndOnlyTheKeyOfTheAcaOpensThem() throws Exception {
        ChainId chain = chain();
        PreLinkageResponse response = values(chain, present(), 3, 20);
        SeedAnswer answer = assertInstanceOf(SeedAnswer.class, ask(ma, order(chain, present())));
        try (LinkageSeed seed = seed(answer)) {
            for (int week = 0; week < 3; week++) {
                for (int j = 0; j < 20; j++) {
                    EncryptedIndividualPLV value = response.values().get(week).get(j);
                    assertEquals(LA1, value.laId());
                    assertEquals(seed.at(present() + week).preLinkageValue(j).value(), open(value, sharedKey));
                }
            }
        }
        SymmetricKey other = SymmetricKey.generate(SymmAlgorithm.AES128_CCM, RANDOM);
        assertFalse(
                Envelope.open(
                                response.values()
                                        .getFirst()
                                        .getFirst()
                                        .encPlv()
                                        .value()
                                        .encryptedData(),
                                new OpeningKey.Symmetric(other))
                        instanceof Opening.Opened);
    }

    @Test
    void sameRequestGetsTheSameOctetsAlsoAfterARestartAndOverlappingRequestsTheSameValues() throws Exception {
        ChainId chain = chain();
        PreLinkageResponse first = values(chain, present(), 2, 5);
        assertEquals(first, values(chain, present(), 2, 5));
        Octets keyBefore = sharedKey.octets().disclose();
        restart();
        assertEquals(keyBefore, sharedKey.octets().disclose(), "the key is made once");
        assertEquals(first, values(chain, present(), 2, 5));
        assertEquals(
                first.values().get(1),
                values(chain, present() + 1, 2, 5).values().getFirst());
    }

    @Test
    void noTwoValuesShareANonceOrCiphertext() throws Exception {
        Set<Octets> seen = new HashSet<>();
        for (PreLinkageResponse response :
                List.of(values(chain(), present(), 4, 20), values(chain(), present(), 4, 20))) {
            response.values()
                    .forEach(week -> week.forEach(value -> assertTrue(
                            seen.add(value.encPlv().octets().last(9 + 16 + 12 + 2)),
                            "nonce and ciphertext are each value's own")));
        }
        assertEquals(160, seen.size());
    }

    @Test
    void endedFarAndEarlierPeriodsAreRefused() throws Exception {
        ChainId chain = chain();
        assertEquals(refusal(Refusal.Reason.PERIOD), ask(ra, request(chain, present() - 2, 2, 1)));
        assertEquals(refusal(Refusal.Reason.PERIOD), ask(ra, request(chain, present() + 160, 2, 1)));
        assertEquals(refusal(Refusal.Reason.PERIOD), ask(ra, request(chain, 65_535, 2, 1)));
        values(chain, present() + 2, 1, 1);
        assertEquals(refusal(Refusal.Reason.PERIOD), ask(ra, request(chain, present() + 1, 1, 1)));
    }

    @Test
    void rolesAskWhatIsTheirsOnly() throws Exception {
        ChainId chain = chain();
        values(chain, present(), 1, 1);
        assertEquals(refusal(Refusal.Reason.ROLE), ask(ma, request(chain, present(), 1, 1)));
        assertEquals(refusal(Refusal.Reason.ROLE), ask(ra, order(chain, present())));
        assertEquals(refusal(Refusal.Reason.NOT_SERVED), ask(ra, new Accepted()));
        assertInstanceOf(
                PeerClient.Reply.NoAnswer.class,
                played("pca").client("la1", Role.LA, AuthorityStart.port(la)).ask(request(chain, present(), 1, 1)));
    }

    // Seeds

    @Test
    void oneApprovalOrTheSameOperatorTwiceIsNotEnough() throws Exception {
        ChainId chain = chain();
        values(chain, present(), 1, 1);
        CaseId caseId = caseId();
        Decision decision = decision(caseId);
        Octets release = release(caseId, LA1, chain);
        for (var warrant : List.of(
                TestOperators.warrant(decision, operators.get(0)),
                TestOperators.warrant(decision, operators.get(0), operators.get(0)),
                TestOperators.warrant(decision(caseId()), operators.get(0), operators.get(1)))) {
            BackEndPdu answer = ask(ma, new SeedWarrant(warrant, release, new IValue(present())));
            assertInstanceOf(Refusal.class, answer);
        }
    }

    @Test
    void releaseMustBeTheRasForThisCaseAndThisAuthority() throws Exception {
        ChainId chain = chain();
        values(chain, present(), 1, 1);
        CaseId caseId = caseId();
        Refusal refused = refusal(Refusal.Reason.EVIDENCE);
        assertEquals(refused, ask(ma, order(caseId, release(caseId, LA2, chain), present())));
        assertEquals(refused, ask(ma, order(caseId, release(caseId(), LA1, chain), present())));
        Octets byTheMa = ma.exchange().signStatement(new ChainRelease(caseId, LA1, chain));
        assertEquals(refused, ask(ma, order(caseId, byTheMa, present())));
        byte[] tampered = release(caseId, LA1, chain).toByteArray();
        tampered[tampered.length - 1] ^= 1;
        assertEquals(refused, ask(ma, order(caseId, Octets.of(tampered), present())));
        assertEquals(refusal(Refusal.Reason.UNKNOWN), ask(ma, order(caseId, release(caseId, LA1, chain()), present())));
        assertInstanceOf(SeedAnswer.class, ask(ma, order(caseId, release(caseId, LA1, chain), present())));
    }

    @Test
    void seedOfAPastPeriodNeverLeavesAndALaterOneBetraysNoEarlierValue() throws Exception {
        ChainId chain = chain();
        int before = present();
        PreLinkageResponse response = values(chain, before, 3, 20);
        Set<Octets> early = new HashSet<>();
        response.values().getFirst().forEach(value -> early.add(open(value, sharedKey)));
        CLOCK.step(Duration.ofDays(7));
        try {
            assertEquals(refusal(Refusal.Reason.PERIOD), ask(ma, order(chain, before)));
            SeedAnswer answer = assertInstanceOf(SeedAnswer.class, ask(ma, order(chain, before + 1)));
            assertEquals(before + 1, answer.i().value());
            Set<Octets> derived = new HashSet<>();
            try (LinkageSeed seed = seed(answer)) {
                assertThrows(IllegalArgumentException.class, () -> seed.at(before));
                assertEquals(
                        seed.preLinkageValue(7).value(),
                        open(response.values().get(1).get(7), sharedKey));
                for (int i = before + 1; i < before + 60; i++) {
                    seed.at(i).preLinkageValues(0, 100).forEach(value -> derived.add(value.value()));
                }
            }
            derived.retainAll(early);
            assertEquals(Set.of(), derived);
        } finally {
            CLOCK.set(NOW);
        }
    }

    @Test
    void budgetOfADayEndsButNotForACaseThatHadItsAnswer() throws Exception {
        ChainId chain = chain();
        values(chain, present(), 1, 1);
        CLOCK.step(Duration.ofDays(1));
        try {
            SeedWarrant first = order(chain, present());
            assertInstanceOf(SeedAnswer.class, ask(ma, first));
            for (int n = 1; n < 10; n++) {
                assertInstanceOf(SeedAnswer.class, ask(ma, order(chain, present())));
            }
            assertEquals(refusal(Refusal.Reason.BUDGET), ask(ma, order(chain, present())));
            assertInstanceOf(SeedAnswer.class, ask(ma, first));
        } finally {
            CLOCK.set(NOW);
        }
    }

    @Test
    void everySeedThatLeavesIsAnAuditRecordAndNoRecordNamesAChain() throws Exception {
        ChainId chain = chain();
        values(chain, present(), 1, 1);
        SeedWarrant order = order(chain, present());
        assertInstanceOf(SeedAnswer.class, ask(ma, order));
        String caseId = order.warrant().decision().caseId().octets().hex();
        List<String> records = column("select facts from audit.record where kind = 'RESOLVE'");
        assertEquals(1, records.stream().filter(facts -> facts.contains(caseId)).count());
        assertTrue(column("select facts from audit.record").stream()
                .noneMatch(facts -> facts.contains(chain.octets().hex())));
    }

    // What is kept

    @Test
    void tablesHoldNoSeedNoDeviceAndNoTime() throws Exception {
        ChainId chain = chain();
        values(chain, present(), 1, 1);
        SeedAnswer answer = assertInstanceOf(SeedAnswer.class, ask(ma, order(chain, present())));
        assertEquals(
                List.of("chain_id", "first_i", "first_seed", "last_i"),
                column("select column_name from information_schema.columns where table_schema = 'la'"
                        + " and table_name = 'chain' order by 1"));
        assertEquals(
                List.of(),
                column("select 'seed' from la.chain where position('\\x"
                        + answer.seed().octets().hex() + "'::bytea in first_seed) > 0"));
        assertEquals(
                1,
                column("select 'chain' from la.chain where chain_id = '\\x"
                                + chain.octets().hex() + "'")
                        .size());
    }

    @Test
    void chainsOfOneProfileAreNotGoneOnWithInAnother() throws Exception {
        la.close();
        Exception refused = assertThrows(
                Exception.class,
                () -> AuthorityStart.start(
                        LinkageAuthorityMain.class, settings(Map.of("scms.la.profile", "LEAST_SIGNIFICANT")), CLOCK));
        restart();
        List<String> reasons = new ArrayList<>();
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            reasons.add(String.valueOf(cause.getMessage()));
        }
        assertTrue(reasons.getLast().contains("scms.la.profile = MOST_SIGNIFICANT"), () -> String.valueOf(reasons));
    }

    // The test's side

    private static Map<String, Object> settings(Map<String, Object> more) {
        Map<String, Object> settings = TestAuthoritySettings.of("la1", folder, access);
        settings.put("scms.peers.pca", "http://127.0.0.1:" + aca.getAddress().getPort());
        settings.put("scms.la.offer-retry", "20ms");
        settings.put("scms.la.seeds-per-day", "10");
        settings.putAll(more);
        return settings;
    }

    private static void restart() throws InterruptedException {
        la.close();
        la = AuthorityStart.start(LinkageAuthorityMain.class, settings(Map.of()), CLOCK);
        sharedKey = key(OFFERS.poll(60, TimeUnit.SECONDS));
    }

    /** Answers nothing useful to every first attempt, so that an offer is shown to be repeated. */
    private static HttpServer acaThatListens(PlayedAuthority pca) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<Octets> refusedOnce = new ArrayList<>();
        server.createContext("/v3/back-end", exchange -> {
            Octets body = Octets.of(exchange.getRequestBody().readAllBytes());
            if (refusedOnce.isEmpty()) {
                refusedOnce.add(body);
                reply(exchange, 503, new byte[0]);
                return;
            }
            SecuredExchange.Opened.Message message = assertInstanceOf(
                    SecuredExchange.Opened.Message.class, pca.exchange().open(body, Set.of(Role.LA)));
            OFFERS.add((LinkageKeyOffer) message.pdu());
            reply(
                    exchange,
                    200,
                    pca.exchange()
                            .sealAnswer(new Accepted(), message.hash(), message.sender())
                            .toByteArray());
        });
        server.start();
        return server;
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static SymmetricKey key(LinkageKeyOffer offer) {
        assertEquals(LA1, offer.laId());
        var key = assertInstanceOf(SymmetricEncryptionKey.Aes128Ccm.class, offer.key());
        return new SymmetricKey(
                SymmAlgorithm.AES128_CCM, SecretOctets.wrap(key.key().toByteArray()));
    }

    private static PlayedAuthority played(String name) {
        return PlayedAuthority.of(
                trust.certificate(name),
                trust.vault(name),
                trust.key(name, "sign-1"),
                trust.key(name, "decrypt-1"),
                folder.resolve("trust"),
                CLOCK);
    }

    private static BackEndPdu ask(PlayedAuthority who, BackEndPdu request) throws InterruptedException {
        PeerClient.Reply reply =
                who.client("la1", Role.LA, AuthorityStart.port(la)).ask(request);
        return assertInstanceOf(PeerClient.Reply.Answer.class, reply, () -> String.valueOf(reply))
                .pdu();
    }

    private static PreLinkageResponse values(ChainId chain, int firstI, int weeks, int jMax)
            throws InterruptedException {
        PreLinkageResponse response =
                assertInstanceOf(PreLinkageResponse.class, ask(ra, request(chain, firstI, weeks, jMax)));
        assertEquals(chain, response.chainId());
        assertEquals(weeks, response.values().size());
        return response;
    }

    private static PreLinkageRequest request(ChainId chain, int firstI, int weeks, int jMax) {
        return new PreLinkageRequest(chain, new IValue(firstI), weeks, jMax);
    }

    private static SeedWarrant order(ChainId chain, int from) {
        CaseId caseId = caseId();
        return order(caseId, release(caseId, LA1, chain), from);
    }

    private static SeedWarrant order(CaseId caseId, Octets release, int from) {
        return new SeedWarrant(
                TestOperators.warrant(decision(caseId), operators.get(0), operators.get(1)), release, new IValue(from));
    }

    private static Octets release(CaseId caseId, LaId laId, ChainId chain) {
        return ra.exchange().signStatement(new ChainRelease(caseId, laId, chain));
    }

    private static Decision decision(CaseId caseId) {
        return new Decision(caseId, Octets.of(new byte[32]));
    }

    private static Octets open(EncryptedIndividualPLV value, SymmetricKey key) {
        return assertInstanceOf(
                        Opening.Opened.class,
                        Envelope.open(value.encPlv().value().encryptedData(), new OpeningKey.Symmetric(key)))
                .plaintext();
    }

    private static LinkageSeed seed(SeedAnswer answer) {
        return new LinkageSeed(
                LinkageRules.CAMP,
                answer.laId().octets(),
                answer.i().value(),
                SecretOctets.wrap(answer.seed().octets().toByteArray()));
    }

    private static int present() {
        return (int) IPeriods.CAMP.at(Time32.of(CLOCK.instant()).seconds());
    }

    private static ChainId chain() {
        return new ChainId(random());
    }

    private static CaseId caseId() {
        return new CaseId(random());
    }

    private static Octets random() {
        byte[] octets = new byte[16];
        RANDOM.nextBytes(octets);
        return Octets.of(octets);
    }

    private static Refusal refusal(Refusal.Reason reason) {
        return new Refusal(reason);
    }

    private static List<String> column(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var connection = DriverManager.getConnection(
                        access.jdbcUrl(), access.owner().role(), access.owner().password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
