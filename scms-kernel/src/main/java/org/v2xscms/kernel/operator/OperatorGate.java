package org.v2xscms.kernel.operator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.HashFunction;

/**
 * Lets operators in, by a signature over each request: nothing is stored that could be stolen, and a request made for one
 * authority counts at no other. Requests are idempotent, so one repeated within a minute does nothing new.
 */
public final class OperatorGate {

    /** Header: the operator's name. */
    public static final String NAME = "Scms-Operator";
    /** Header: seconds since 1970 when the request was signed. */
    public static final String TIME = "Scms-Operator-Time";
    /** Header: r and s as 128 hex digits over {@link #content}. */
    public static final String SIGNATURE = "Scms-Operator-Signature";

    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    private static final int MOST_DIGITS = 12;
    private static final int SIGNATURE_DIGITS = 128;

    private final Operators operators;
    private final String authority;
    private final InstantSource clock;

    public OperatorGate(Operators operators, String authority, InstantSource clock) {
        this.operators = operators;
        this.authority = authority;
        this.clock = clock;
    }

    /** The name of the operator who made the request; empty if nobody who may did. */
    public Optional<String> operator(
            @Nullable String name,
            @Nullable String time,
            @Nullable String signature,
            String method,
            String path,
            Octets body) {
        if (name == null || time == null || signature == null || !isTimely(time)) {
            return Optional.empty();
        }
        if (signature.length() != SIGNATURE_DIGITS || !signature.chars().allMatch(HexFormat::isHexDigit)) {
            return Optional.empty();
        }
        Octets content = content(authority, method, path, time, body);
        return operators.verify(name, content, Octets.ofHex(signature)) ? Optional.of(name) : Optional.empty();
    }

    /** What is signed: lines for authority, method, path and time, and the hash of the body in hex. */
    static Octets content(String authority, String method, String path, String time, Octets body) {
        String text = String.join(
                "\n",
                "scms operator 1",
                authority,
                method,
                path,
                time,
                HashFunction.SHA256.digest(body).value().hex());
        return Octets.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isTimely(String time) {
        if (time.isEmpty() || time.length() > MOST_DIGITS || !time.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant());
        return off.abs().compareTo(TOLERANCE) <= 0;
    }
}
