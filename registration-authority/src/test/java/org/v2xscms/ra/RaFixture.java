package org.v2xscms.ra;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.kernel.authority.AuthorityStart;
import org.v2xscms.kernel.database.DatabaseAccess;
import org.v2xscms.kernel.database.TestPostgres;
import org.v2xscms.kernel.files.PrivateFiles;
import org.v2xscms.kernel.operator.OperatorCredential;
import org.v2xscms.kernel.time.SteppableClock;
import org.v2xscms.rootca.TestTrust;

/** A registration authority with its database, trust and peers, whose worker does one round when it is told to. */
final class RaFixture implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    final SteppableClock clock = new SteppableClock(NOW);
    final TestTrust trust;
    final StandInPeers peers;
    final DatabaseAccess access;
    final Map<String, Object> settings = new HashMap<>();
    final HttpClient http = HttpClient.newHttpClient();
    final OperatorCredential alice;
    final OperatorCredential bob;
    private @Nullable ConfigurableApplicationContext running;

    RaFixture(Path folder, String... extra) throws IOException {
        this(folder, TestPostgres.newDatabase(), extra);
        start();
    }

    RaFixture(Path folder, DatabaseAccess access, String... extra) throws IOException {
        trust = TestTrust.create(folder, clock, "ra");
        peers = new StandInPeers(trust, clock);
        this.access = access;
        alice = operator("alice");
        bob = operator("bob");
        Files.write(folder.resolve("trust/operators"), List.of(line(alice), line(bob)));
        PrivateFiles.write(
                folder.resolve("passwords/owner.password"), access.owner().password() + "\n");
        PrivateFiles.write(
                folder.resolve("passwords/runtime.password"), access.runtime().password() + "\n");
        settings.put("scms.name", "ra");
        settings.put("scms.home", folder.resolve("ra").toString());
        settings.put("scms.trust", folder.resolve("trust").toString());
        settings.put("scms.database.url", access.jdbcUrl());
        settings.put("scms.database.passwords", folder.resolve("passwords").toString());
        settings.put("scms.database.owner", access.owner().role());
        settings.put("scms.database.runtime", access.runtime().role());
        settings.put("scms.http.errors", "fine");
        settings.put("scms.ra.worker", "false");
        settings.put("scms.ra.preload-weeks", "2");
        settings.put("scms.ra.certificates-per-week", "3");
        settings.put("scms.ra.mix.min-devices", "1");
        settings.put("server.port", "0");
        for (String name : List.of("eca", "la1", "la2", "pca", "ma")) {
            settings.put("scms.peers." + name, peers.address(name).toString());
        }
        for (String setting : extra) {
            int at = setting.indexOf('=');
            settings.put(setting.substring(0, at), setting.substring(at + 1));
        }
    }

    void start() {
        running = AuthorityStart.start(RaMain.class, settings, clock);
    }

    ConfigurableApplicationContext ra() {
        return Objects.requireNonNull(running);
    }

    private static OperatorCredential operator(String name) {
        return new OperatorCredential(
                name, SoftwareSigner.deterministic(KeyPair.generate(Curve.NIST_P256, new SecureRandom())));
    }

    private static String line(OperatorCredential operator) {
        return operator.name() + " "
                + operator.signer().publicKey().compressed().hex();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + AuthorityStart.port(ra()));
    }

    void round() throws InterruptedException {
        ra().getBean(Worker.class).round();
    }

    HttpResponse<byte[]> post(String path, Octets body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base().resolve(path))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> request(Octets spdu) throws Exception {
        return post("/v3/authorization-certificate", spdu);
    }

    HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(base().resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    static String outcome(HttpResponse<?> reply) {
        Optional<String> number = reply.headers().firstValue("Ieee-1609.2.1-Error");
        return number.orElse(Integer.toString(reply.statusCode()));
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
        peers.close();
        trust.close();
    }
}
