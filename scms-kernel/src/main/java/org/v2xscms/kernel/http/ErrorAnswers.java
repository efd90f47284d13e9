package org.v2xscms.kernel.http;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Turns an error into what the caller is told, and counts and logs its full reason for the operator. The log line
 * names the rule and the operation, never the caller.
 */
public final class ErrorAnswers {

    /** The header that carries {@link ErrorNumber#code()} in the fine mode. */
    public static final String ERROR_HEADER = "Ieee-1609.2.1-Error";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final int COARSE_STATUS = 500;

    private final ErrorMode mode;
    private final MeterRegistry meters;

    public ErrorAnswers(ErrorMode mode, MeterRegistry meters) {
        this.mode = mode;
        this.meters = meters;
    }

    /** The whole answer to a request that fails, without a body. */
    public ResponseEntity<byte[]> answer(ScmsError error) {
        Told told = tell(error);
        return ResponseEntity.status(told.status()).headers(told.headers()).build();
    }

    /** The same for code that stands before the controllers. */
    void answer(ScmsError error, HttpServletResponse response) {
        Told told = tell(error);
        response.reset();
        response.setStatus(told.status());
        told.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
    }

    private record Told(int status, HttpHeaders headers) {}

    private Told tell(ScmsError error) {
        String reason = reason(error);
        meters.counter("scms.refused", "reason", reason).increment();
        LOG.info("request refused: {}", reason);
        HttpHeaders headers = new HttpHeaders();
        if (mode == ErrorMode.COARSE) {
            return new Told(COARSE_STATUS, headers);
        }
        switch (error) {
            case ScmsError.Refused refused ->
                headers.set(ERROR_HEADER, refused.number().code());
            case ScmsError.TooManyRequests wait -> retryAfter(headers, wait.retryAfter());
            case ScmsError.Unavailable wait -> retryAfter(headers, wait.retryAfter());
            case ScmsError.Unauthenticated _,
                    ScmsError.NotFound _,
                    ScmsError.MethodNotAllowed _,
                    ScmsError.RequestTimeout _,
                    ScmsError.RangeNotSatisfiable _,
                    ScmsError.Fault _ -> {}
        }
        return new Told(status(error), headers);
    }

    private static int status(ScmsError error) {
        return switch (error) {
            case ScmsError.Refused refused -> refused.number().status();
            case ScmsError.Unauthenticated _ -> 401;
            case ScmsError.NotFound _ -> 404;
            case ScmsError.MethodNotAllowed _ -> 405;
            case ScmsError.RequestTimeout _ -> 408;
            case ScmsError.RangeNotSatisfiable _ -> 416;
            case ScmsError.TooManyRequests _ -> 429;
            case ScmsError.Fault _ -> 500;
            case ScmsError.Unavailable _ -> 503;
        };
    }

    private static String reason(ScmsError error) {
        return error instanceof ScmsError.Refused refused
                ? refused.number().code()
                : error.getClass().getSimpleName();
    }

    private static void retryAfter(HttpHeaders headers, Duration wait) {
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
    }
}
