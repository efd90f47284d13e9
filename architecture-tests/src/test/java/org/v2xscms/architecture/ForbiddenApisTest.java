package org.v2xscms.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.thetaphi.forbiddenapis.Checker;
import de.thetaphi.forbiddenapis.ForbiddenApiException;
import de.thetaphi.forbiddenapis.Logger;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.v2xscms.architecture.planted.ForbiddenCalls;
import org.v2xscms.codec.SuppressForbidden;

/** Shows that the list of forbidden calls, which the build checks in every module, catches what it is meant to catch. */
class ForbiddenApisTest {
    private final List<String> findings = new ArrayList<>();

    @Test
    void everyPlantedCallIsFoundAndTheSuppressedOneIsNot() throws Exception {
        Checker checker = new Checker(collecting(), getClass().getClassLoader(), Checker.Option.FAIL_ON_VIOLATION);
        checker.parseSignaturesFile(
                Checkout.root().resolve("build/forbidden-apis.txt").toFile());
        checker.addSuppressAnnotation(SuppressForbidden.class);
        try (InputStream planted = ForbiddenCalls.class.getResourceAsStream("ForbiddenCalls.class")) {
            assertNotNull(planted);
            checker.streamReadClassToCheck(planted, "ForbiddenCalls");
        }

        assertThrows(ForbiddenApiException.class, checker::run);

        Set<String> calls = new TreeSet<>();
        for (String finding : findings) {
            if (finding.startsWith("Forbidden method invocation: ")) {
                calls.add(finding.replaceFirst("Forbidden method invocation: (\\S+) (?s:.*)", "$1"));
            }
        }
        assertEquals(
                new TreeSet<>(Set.of(
                        "java.time.Instant#now()",
                        "java.time.Clock#systemUTC()",
                        "java.lang.System#currentTimeMillis()",
                        "java.util.Date#<init>()",
                        "java.time.LocalDate#now()",
                        "java.nio.charset.Charset#defaultCharset()",
                        "java.lang.String#getBytes()",
                        "java.lang.Throwable#printStackTrace()",
                        "java.lang.Math#random()",
                        "java.security.SecureRandom#<init>()",
                        "java.lang.System#exit(int)")),
                calls);
        assertEquals(
                1,
                findings.stream()
                        .filter(finding -> finding.contains("Instant#now()"))
                        .count());
    }

    private Logger collecting() {
        return new Logger() {
            @Override
            public void error(String message) {
                findings.add(message);
            }

            @Override
            public void warn(String message) {
                findings.add(message);
            }

            @Override
            public void info(String message) {
                // Progress is of no interest here.
            }

            @Override
            public void debug(String message) {
                // Progress is of no interest here.
            }
        };
    }
}
