package org.v2xscms.kernel.http;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.database.DatabaseAccess;
import org.v2xscms.kernel.database.TestPostgres;

/** A whole application on the kernel: real server, real database, one entity, a few operations that fail. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EntityScan(basePackageClasses = TestAuthority.class)
@Import({HttpRim.class, TestAuthority.Operations.class})
class TestAuthority {

    static ConfigurableApplicationContext start(@Nullable TlsFiles tls, String... arguments) {
        return start(TestPostgres.newDatabase(), List.of("classpath:database/own"), tls, arguments);
    }

    static ConfigurableApplicationContext start(
            DatabaseAccess access, List<String> migrations, @Nullable TlsFiles tls, String... arguments) {
        SpringApplication application = new SpringApplicationBuilder(TestAuthority.class)
                .properties(HttpRim.defaults(tls))
                .registerShutdownHook(false)
                .build();
        application.addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>)
                context -> context.getBeanFactory().registerSingleton("access", new Access(access, migrations)));
        return application.run(arguments);
    }

    static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    record Access(DatabaseAccess database, List<String> migrations) {}

    @Bean(destroyMethod = "close")
    AuthorityDatabase database(Access access) {
        return AuthorityDatabase.open(access.database(), "own", access.migrations(), 4);
    }

    @Bean
    DataSource dataSource(AuthorityDatabase database) {
        return database.dataSource();
    }

    @Entity
    @Table(name = "device", schema = "own")
    static class Device {
        @Id
        @Column(name = "name")
        @Nullable
        String name;
    }

    @RestController
    static class Operations {

        final AtomicInteger bodies = new AtomicInteger();
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch proceed = new CountDownLatch(1);
        private final ErrorAnswers answers;

        Operations(ErrorAnswers answers) {
            this.answers = answers;
        }

        @PostMapping(path = "/v3/echo", consumes = "application/octet-stream", produces = "application/octet-stream")
        byte[] echo(@RequestBody byte[] body) {
            bodies.incrementAndGet();
            return body;
        }

        @GetMapping("/v3/headers")
        String headers(@RequestHeader MultiValueMap<String, String> headers) {
            return String.join(
                    ",",
                    headers.keySet().stream()
                            .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                            .sorted()
                            .toList());
        }

        @GetMapping("/v3/refused")
        ResponseEntity<byte[]> refused(@RequestParam("number") ErrorNumber number) {
            return answers.answer(new ScmsError.Refused(number));
        }

        @GetMapping("/v3/busy")
        ResponseEntity<byte[]> busy() {
            return answers.answer(new ScmsError.Unavailable(Duration.ofSeconds(7)));
        }

        @GetMapping("/v3/fault")
        String fault(@RequestParam("device") String device) {
            throw new IllegalStateException("about device " + device);
        }

        @GetMapping("/v3/slow")
        String slow() throws InterruptedException {
            entered.countDown();
            proceed.await();
            return "finished";
        }
    }
}
