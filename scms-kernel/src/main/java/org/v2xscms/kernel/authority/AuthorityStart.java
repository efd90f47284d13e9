package org.v2xscms.kernel.authority;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.kernel.http.HttpRim;
import org.v2xscms.kernel.http.TlsFiles;

/** Starts an authority: in a process of its own from a file of settings, or as one context of several in one process. */
public final class AuthorityStart {

    private AuthorityStart() {}

    /**
     * The main method of an authority's process.
     *
     * @param arguments the settings file ({@code key=value} lines), then Spring Boot arguments, which win over it
     */
    public static void main(Class<?> application, String[] arguments) {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("which settings file? usage: " + application.getSimpleName() + " FILE");
        }
        Map<String, Object> settings = read(Path.of(arguments[0]));
        String[] others = Arrays.copyOfRange(arguments, 1, arguments.length);
        configured(application, settings, null, true).run(others);
    }

    /**
     * Starts an authority inside this process.
     *
     * @param settings as in a settings file: {@code scms.name}, {@code server.port} and so on
     * @param clock its clock; the machine's when null
     */
    public static ConfigurableApplicationContext start(
            Class<?> application, Map<String, Object> settings, @Nullable InstantSource clock) {
        return configured(application, settings, clock, false).run();
    }

    /** The same on the machine's clock, with a verifier that it shares with others in this process. */
    public static ConfigurableApplicationContext start(
            Class<?> application, Map<String, Object> settings, SignatureVerifier verifier) {
        SpringApplication spring = configured(application, settings, null, false);
        spring.addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>)
                context -> context.getBeanFactory().registerSingleton("signatureVerifier", verifier));
        return spring.run();
    }

    /** The port a started authority listens on. */
    public static int port(ConfigurableApplicationContext authority) {
        return authority.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static SpringApplication configured(
            Class<?> application, Map<String, Object> settings, @Nullable InstantSource clock, boolean shutdownHook) {
        Map<String, Object> properties = new HashMap<>(HttpRim.defaults(tls(settings)));
        properties.putAll(settings);
        SpringApplication spring = new SpringApplicationBuilder(application)
                .properties(properties)
                .registerShutdownHook(shutdownHook)
                .logStartupInfo(false)
                .build();
        if (clock != null) {
            spring.addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>)
                    context -> context.getBeanFactory().registerSingleton("clock", clock));
        }
        return spring;
    }

    private static @Nullable TlsFiles tls(Map<String, Object> settings) {
        Object certificate = settings.get("scms.tls.certificate");
        Object key = settings.get("scms.tls.private-key");
        Object trusted = settings.get("scms.tls.trusted");
        if (certificate == null && key == null && trusted == null) {
            return null;
        }
        if (certificate == null || key == null || trusted == null) {
            throw new IllegalArgumentException(
                    "set all of scms.tls.certificate, scms.tls.private-key and scms.tls.trusted, or none");
        }
        return new TlsFiles(Path.of(certificate.toString()), Path.of(key.toString()), Path.of(trusted.toString()));
    }

    private static Map<String, Object> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the settings file " + file, e);
        }
        Map<String, Object> settings = new HashMap<>();
        properties.forEach(
                (key, value) -> settings.put(key.toString(), value.toString().strip()));
        return settings;
    }
}
