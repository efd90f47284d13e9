package org.v2xscms.eca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.eca.device.DeviceController;
import org.v2xscms.eca.device.DeviceRegistration;
import org.v2xscms.kernel.authority.AuthorityStart;
import org.v2xscms.kernel.database.DatabaseAccess;
import org.v2xscms.kernel.database.TestPostgres;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.exchange.SecuredExchange;
import org.v2xscms.kernel.exchange.Trust;
import org.v2xscms.kernel.http.BackEndChannel;
import org.v2xscms.kernel.operator.OperatorCredential;
import org.v2xscms.kernel.operator.Operators;
import org.v2xscms.rootca.TestTrust;

/** A whole enrolment CA with its database, behind HTTP, and an operator and other authorities in front of it. */
final class TestEca implements AutoCloseable {

    static final SecureRandom RANDOM = new SecureRandom();

    private static final KeyPair OPERATOR = KeyPair.generate(Curve.NIST_P256, RANDOM);

    final TestTrust trust;
    final DatabaseAccess database;
    private final InstantSource clock;
    private final ConfigurableApplicationContext context;

    private TestEca(
            TestTrust trust, DatabaseAccess database, InstantSource clock, ConfigurableApplicationContext context) {
        this.trust = trust;
        this.database = database;
        this.clock = clock;
        this.context = context;
    }

    /** Starts one with its data in {@code folder}; {@code options} are {@code name=value}. */
    static TestEca start(Path folder, InstantSource clock, String... options) throws IOException {
        TestTrust trust = TestTrust.create(folder, clock, "eca");
        DatabaseAccess database = TestPostgres.newDatabase();
        Map<String, Object> settings = settings(folder, database);
        for (String option : options) {
            settings.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
        }
        return new TestEca(trust, database, clock, AuthorityStart.start(EnrollmentCaMain.class, settings, clock));
    }

    /** What an ECA is started with, and the files it names. */
    static Map<String, Object> settings(Path folder, DatabaseAccess database) throws IOException {
        Files.writeString(
                folder.resolve("trust").resolve(Operators.FILE),
                "alice " + OPERATOR.publicKey().compressed().hex() + "\n");
        Path passwords = Files.createDirectories(folder.resolve("passwords"));
        Files.writeString(passwords.resolve("owner.password"), database.owner().password());
        Files.writeString(
                passwords.resolve("runtime.password"), database.runtime().password());
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", "0");
        settings.put("scms.name", "eca");
        settings.put("scms.home", folder.resolve("eca").toString());
        settings.put("scms.trust", folder.resolve("trust").toString());
        settings.put("scms.database.url", database.jdbcUrl());
        settings.put("scms.database.passwords", passwords.toString());
        settings.put("scms.database.owner", database.owner().role());
        settings.put("scms.database.runtime", database.runtime().role());
        settings.put("scms.http.errors", "fine");
        return settings;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + AuthorityStart.port(context));
    }

    HttpResponse<byte[]> enroll(Octets request) {
        return post(base(), EnrollmentController.PATH, request, Map.of());
    }

    HttpResponse<byte[]> register(String canonicalId, KeyPair key) {
        return register(base(), clock.instant(), canonicalId, key);
    }

    static HttpResponse<byte[]> register(URI base, Instant now, String canonicalId, KeyPair key) {
        return asOperator(
                base,
                now,
                DeviceController.DEVICES,
                DeviceRegistration.CODEC.encode(DeviceRegistration.of(canonicalId, key.publicKey())));
    }

    HttpResponse<byte[]> block(String canonicalId) {
        return asOperator(
                base(),
                clock.instant(),
                DeviceController.BLOCKED,
                Octets.of(canonicalId.getBytes(StandardCharsets.US_ASCII)));
    }

    HttpResponse<byte[]> asNobody(String path, Octets body) {
        return post(base(), path, body, Map.of());
    }

    /** A client that asks the ECA with the keys of another authority. */
    PeerClient peer(String authority) {
        AuthorityIdentity identity = new AuthorityIdentity(
                trust.certificate(authority),
                trust.vault(authority),
                trust.key(authority, "sign-1"),
                trust.key(authority, "decrypt-1"));
        Trust known = Trust.load(trust.folder().resolve("trust"), new BouncyCastleVerifier(), RevocationCheck.NONE);
        SecuredExchange exchange = new SecuredExchange(identity, known, clock, Duration.ofSeconds(30), RANDOM);
        return new PeerClient(
                exchange,
                BackEndChannel.trusting(null, Duration.ofSeconds(30), 1 << 20),
                base(),
                trust.certificate("eca"),
                Role.ECA);
    }

    private static HttpResponse<byte[]> asOperator(URI base, Instant now, String path, Octets body) {
        OperatorCredential alice = new OperatorCredential("alice", SoftwareSigner.hedged(OPERATOR, RANDOM));
        return post(base, path, body, alice.headers("eca", "POST", path, body, now));
    }

    static HttpResponse<byte[]> post(URI base, String path, Octets body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        headers.forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        context.close();
        trust.close();
    }
}
