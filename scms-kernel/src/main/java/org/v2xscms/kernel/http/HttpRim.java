package org.v2xscms.kernel.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.v2xscms.kernel.time.TimeConfiguration;

/** What an authority imports to have the rim. Start it with {@link #defaults}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RimSettings.class)
@Import({TimeConfiguration.class, ErrorAdvice.class, OutsideErrors.class})
public class HttpRim {

    @Bean
    ErrorAnswers errorAnswers(RimSettings settings, MeterRegistry meters) {
        return new ErrorAnswers(settings.errors(), meters);
    }

    @Bean
    BodyLimitFilter bodyLimitFilter(RimSettings settings, ObjectProvider<LargestBody> largest, ErrorAnswers answers) {
        Long configured = settings.bodyLimit();
        long limit = configured != null
                ? configured
                : largest.getIfAvailable(() -> LargestBody.USUAL).octets();
        return new BodyLimitFilter(limit, answers);
    }

    /**
     * Default properties of every authority, weaker than anything configured.
     *
     * @param tls the server's certificate and key; plain HTTP when null, which binds to loopback only
     */
    public static Map<String, Object> defaults(@Nullable TlsFiles tls) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
        properties.put("spring.threads.virtual.enabled", "true");
        properties.put("spring.jpa.open-in-view", "false");
        properties.put("spring.jpa.hibernate.ddl-auto", "validate");
        properties.put("spring.main.banner-mode", "off");
        // What the server says of a request must not name the caller or repeat what was asked.
        properties.put("spring.mvc.log-resolved-exception", "false");
        properties.put("server.server-header", "");
        properties.put("server.tomcat.accesslog.enabled", "false");
        properties.put("logging.level.org.apache.coyote", "error");
        properties.put("logging.level.org.apache.tomcat", "error");
        properties.put("logging.pattern.correlation", "");
        properties.put("logging.level.org.hibernate.orm.jdbc", "off");
        // Health and metrics stand on a port of their own that only this machine reaches.
        properties.put("management.server.port", "0");
        properties.put("management.server.address", "127.0.0.1");
        properties.put("management.server.ssl.enabled", "false");
        properties.put("management.endpoints.web.exposure.include", "health,prometheus");
        properties.put("management.endpoint.health.show-details", "never");
        properties.put("management.endpoint.health.show-components", "never");
        properties.put("management.endpoint.health.probes.enabled", "true");
        properties.put("management.tracing.enabled", "false");
        if (tls == null) {
            properties.put("server.address", "127.0.0.1");
        } else {
            properties.putAll(serverTls(tls));
        }
        return properties;
    }

    private static Map<String, Object> serverTls(TlsFiles tls) {
        String bundle = "spring.ssl.bundle.pem.scms.";
        return Map.of(
                bundle + "keystore.certificate",
                location(tls.certificate()),
                bundle + "keystore.private-key",
                location(tls.privateKey()),
                bundle + "truststore.certificate",
                location(tls.trusted()),
                "server.ssl.bundle",
                "scms",
                bundle + "options.enabled-protocols",
                "TLSv1.3");
    }

    private static String location(Path file) {
        return file.toAbsolutePath().toUri().toString();
    }
}
