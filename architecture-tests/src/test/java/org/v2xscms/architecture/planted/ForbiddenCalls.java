package org.v2xscms.architecture.planted;

import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.v2xscms.codec.SuppressForbidden;

/** Makes one call of each kind that {@code build/forbidden-apis.txt} forbids. */
public final class ForbiddenCalls {
    private ForbiddenCalls() {}

    static Object systemClock() {
        return Instant.now();
    }

    static Object clock() {
        return Clock.systemUTC();
    }

    static long millis() {
        return System.currentTimeMillis();
    }

    @SuppressWarnings("JavaUtilDate") // the point of this method
    static Object date() {
        return new java.util.Date();
    }

    @SuppressWarnings("JavaTimeDefaultTimeZone") // the point of this method
    static Object localDate() {
        return LocalDate.now();
    }

    static Object charset() {
        return Charset.defaultCharset();
    }

    @SuppressWarnings("DefaultCharset") // the point of this method
    static byte[] bytes(String text) {
        return text.getBytes();
    }

    static void printed(Exception failure) {
        failure.printStackTrace();
    }

    static double random() {
        return Math.random();
    }

    static Object secureRandom() {
        return new java.security.SecureRandom();
    }

    static void exit() {
        System.exit(0);
    }

    @SuppressForbidden("shows that the annotation is honoured")
    static Object allowed() {
        return Instant.now();
    }
}
