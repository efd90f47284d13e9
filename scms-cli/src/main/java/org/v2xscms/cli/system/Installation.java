package org.v2xscms.cli.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.kernel.authority.AuthorityStart;
import org.v2xscms.kernel.database.EmbeddedDatabases;
import org.v2xscms.kernel.database.PostgresServer;
import org.v2xscms.kernel.files.PrivateFiles;
import org.v2xscms.kernel.http.TlsFiles;
import org.v2xscms.kernel.http.TransportCa;

/**
 * All authorities in this process, over one data folder. For trial only: whoever holds the process or its database server
 * holds what the authorities must not know of each other, so there is no production profile of it.
 *
 * <p>The first start makes everything; later ones find it. The folder belongs to one process at a time, and a database
 * server that a killed run left behind is stopped first.
 */
public final class Installation implements AutoCloseable {

    private static final List<String> HOSTS = List.of();

    private final Addresses addresses;
    private final Path trusted;
    private final Deque<AutoCloseable> running;

    private Installation(Addresses addresses, Path trusted, Deque<AutoCloseable> running) {
        this.addresses = addresses;
        this.trusted = trusted;
        this.running = running;
    }

    /**
     * Starts everything.
     *
     * @param verifier what the ceremony and all authorities verify with
     * @param extra settings for every authority, such as how many devices a batch mixes
     * @param progress told what is being done, a few words each time
     * @throws IllegalStateException if another process uses the folder, or a part does not come up
     */
    public static Installation start(
            DataFolder data,
            Map<String, Object> extra,
            SignatureVerifier verifier,
            SecureRandom random,
            InstantSource clock,
            Consumer<String> progress) {
        Deque<AutoCloseable> running = new ArrayDeque<>();
        try {
            PrivateFiles.createFolder(data.root());
            progress.accept("database");
            PostgresServer postgres = PostgresServer.start(data.postgres(), OptionalInt.empty(), random);
            running.push(postgres);
            progress.accept("keys and certificates");
            new TrialCeremony(data, verifier, random, clock).perform();
            Addresses addresses = Addresses.readOrChoose(data);
            EmbeddedDatabases databases = new EmbeddedDatabases(postgres, data.passwords(), random);
            TransportCa transport = TransportCa.in(data.tls(), clock, random);
            TlsFiles any = transport.filesFor("trial", HOSTS);
            for (AuthorityService service : AuthorityService.values()) {
                progress.accept(service.name());
                Map<String, Object> settings = new HashMap<>(extra);
                settings.putAll(settings(service, data, addresses, databases, transport));
                ConfigurableApplicationContext context =
                        AuthorityStart.start(service.application(), settings, verifier);
                running.push(context);
            }
            return new Installation(addresses, any.trusted(), running);
        } catch (IOException e) {
            closeAll(running);
            throw new UncheckedIOException("cannot start the system in " + data.root(), e);
        } catch (RuntimeException e) {
            closeAll(running);
            throw e;
        }
    }

    public Addresses addresses() {
        return addresses;
    }

    /** The PEM file of the certificate that whoever talks to the authorities over TLS trusts. */
    public Path trusted() {
        return trusted;
    }

    /** Stops everything, the last started first. */
    @Override
    public void close() {
        closeAll(running);
    }

    private static Map<String, Object> settings(
            AuthorityService service,
            DataFolder data,
            Addresses addresses,
            EmbeddedDatabases databases,
            TransportCa transport) {
        String name = service.id();
        TlsFiles tls = transport.filesFor(name, HOSTS);
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", addresses.port(service));
        settings.put("server.address", "127.0.0.1");
        settings.put("scms.name", name);
        settings.put("scms.home", data.homeOf(name).toString());
        settings.put("scms.trust", data.trust().toString());
        settings.put("scms.database.url", databases.forAuthority(name).jdbcUrl());
        settings.put("scms.database.passwords", data.passwords().resolve(name).toString());
        settings.put("scms.tls.certificate", tls.certificate().toString());
        settings.put("scms.tls.private-key", tls.privateKey().toString());
        settings.put("scms.tls.trusted", tls.trusted().toString());
        settings.put("scms.peer-trust", tls.trusted().toString());
        for (String peer : service.peers()) {
            settings.put(
                    "scms.peers." + peer,
                    addresses
                            .of(AuthorityService.valueOf(peer.toUpperCase(java.util.Locale.ROOT)))
                            .toString());
        }
        return settings;
    }

    private static void closeAll(Deque<AutoCloseable> running) {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                // The others are stopped all the same: a part that is stuck must not keep the database running.
                System.getLogger(Installation.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "a part did not stop: {0}",
                                e.getClass().getName());
            }
        }
    }
}
