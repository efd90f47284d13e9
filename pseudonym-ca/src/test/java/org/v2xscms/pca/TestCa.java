package org.v2xscms.pca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.kernel.authority.AuthorityStart;
import org.v2xscms.kernel.authority.TestAuthoritySettings;
import org.v2xscms.kernel.database.DatabaseAccess;
import org.v2xscms.kernel.database.TestPostgres;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.kernel.exchange.PlayedAuthority;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.operator.OperatorCredential;
import org.v2xscms.kernel.operator.TestOperators;
import org.v2xscms.kernel.time.SteppableClock;
import org.v2xscms.messages.Accepted;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.CertificateBatch;
import org.v2xscms.messages.CertificateBatchResponse;
import org.v2xscms.messages.CertificateOutcome;
import org.v2xscms.rootca.TestTrust;

/** An authorization CA on a real database, and the authorities around it, which the test plays. */
final class TestCa implements AutoCloseable {

    final SteppableClock clock = new SteppableClock(TestLinkage.NOW);
    final TestLinkage linkage = new TestLinkage();
    final Path folder;
    final TestTrust trust;
    final DatabaseAccess access = TestPostgres.newDatabase();
    final List<OperatorCredential> operators;
    final PlayedAuthority ra;
    final PlayedAuthority ma;
    private int port;
    private @Nullable ConfigurableApplicationContext context;

    /** @param started whether the authority runs in this JVM; otherwise {@link #at} says where it runs */
    TestCa(Path folder, boolean started) {
        this.folder = folder;
        this.trust = TestTrust.create(folder, clock, "pca");
        this.operators = TestOperators.listed(folder.resolve("trust"), "alice", "bob");
        this.ra = played("ra");
        this.ma = played("ma");
        if (started) {
            start(Map.of());
        }
    }

    Map<String, Object> settings() {
        return TestAuthoritySettings.of("pca", folder, access);
    }

    void start(Map<String, Object> more) {
        Map<String, Object> settings = settings();
        settings.putAll(more);
        ConfigurableApplicationContext started = AuthorityStart.start(PseudonymCaMain.class, settings, clock);
        port = AuthorityStart.port(started);
        context = started;
    }

    void at(int otherPort) {
        port = otherPort;
    }

    void restart() {
        Objects.requireNonNull(context).close();
        start(Map.of());
    }

    int port() {
        return port;
    }

    PlayedAuthority played(String name) {
        return PlayedAuthority.of(
                trust.certificate(name),
                trust.vault(name),
                trust.key(name, "sign-1"),
                trust.key(name, "decrypt-1"),
                folder.resolve("trust"),
                clock);
    }

    void offerKeys() throws InterruptedException {
        assertEquals(new Accepted(), ask(played("la1"), linkage.offer(TestLinkage.LA1)));
        assertEquals(new Accepted(), ask(played("la2"), linkage.offer(TestLinkage.LA2)));
    }

    PeerClient client(PlayedAuthority who) {
        return who.client("pca", Role.ACA, port);
    }

    BackEndPdu ask(PlayedAuthority who, BackEndPdu request) throws InterruptedException {
        PeerClient.Reply reply = client(who).ask(request);
        return assertInstanceOf(PeerClient.Reply.Answer.class, reply, () -> String.valueOf(reply))
                .pdu();
    }

    List<CertificateOutcome> batch(List<Octets> requests) throws InterruptedException {
        return assertInstanceOf(CertificateBatchResponse.class, ask(ra, new CertificateBatch(requests)))
                .outcomes();
    }

    Octets issued(Octets request) throws InterruptedException {
        return response(batch(List.of(request)).getFirst());
    }

    static Octets response(CertificateOutcome outcome) {
        return assertInstanceOf(CertificateOutcome.Issued.class, outcome).response();
    }

    HashedCertificate certificate() {
        return trust.certificate("pca");
    }

    PublicPoint key() {
        if (certificate().certificate().toBeSigned().value().verifyKeyIndicator()
                instanceof VerificationKeyIndicator.VerificationKey(var key)) {
            return CurvePoints.decode(key).orElseThrow();
        }
        throw new AssertionError("an authority's certificate is explicit");
    }

    int present() {
        return (int) IPeriods.CAMP.at(Time32.of(clock.instant()).seconds());
    }

    /** All rows of a query as texts, as the owner of the database sees them. */
    List<List<String>> rows(String query) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (var connection = DriverManager.getConnection(
                        access.jdbcUrl(), access.owner().role(), access.owner().password());
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
        trust.close();
    }
}
