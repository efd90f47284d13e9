package org.v2xscms.kernel.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.v2xscms.crypto.sign.SigningKeyUnavailableException;
import org.v2xscms.hsm.Refusal;
import org.v2xscms.hsm.VaultRefusedException;
import org.v2xscms.kernel.database.DatabaseFault;

/** What controllers throw, as errors of the rim. A fault is logged by its class and place: messages may hold values. */
@RestControllerAdvice
final class ErrorAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

    private final ErrorAnswers answers;

    ErrorAdvice(ErrorAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(BodyTooLarge.class)
    ResponseEntity<byte[]> tooLarge() {
        return answers.answer(new ScmsError.Refused(ErrorNumber.NOT_PARSED));
    }

    @ExceptionHandler({
        HttpMediaTypeException.class,
        HttpMessageNotReadableException.class,
        ServletRequestBindingException.class,
        MethodArgumentTypeMismatchException.class
    })
    ResponseEntity<byte[]> unreadable() {
        return answers.answer(new ScmsError.Refused(ErrorNumber.NOT_PARSED));
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<byte[]> notFound() {
        return answers.answer(new ScmsError.NotFound());
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    ResponseEntity<byte[]> methodNotAllowed() {
        return answers.answer(new ScmsError.MethodNotAllowed());
    }

    @ExceptionHandler(VaultRefusedException.class)
    ResponseEntity<byte[]> vaultRefused(VaultRefusedException refused) {
        LOG.warn("the key vault refused: {}", refused.refusal().reason());
        return answers.answer(
                switch (refused.refusal()) {
                    case Refusal.TemporarilyUnavailable wait -> new ScmsError.Unavailable(wait.retryAfter());
                    default -> new ScmsError.Fault();
                });
    }

    @ExceptionHandler(SigningKeyUnavailableException.class)
    ResponseEntity<byte[]> signingKeyUnavailable(SigningKeyUnavailableException unavailable) {
        return unavailable.getCause() instanceof VaultRefusedException refused
                ? vaultRefused(refused)
                : fault(unavailable);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<byte[]> fault(Exception fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof BodyTooLarge) {
                return tooLarge();
            }
        }
        String state = fault instanceof DatabaseFault database ? " " + database.sqlState() : "";
        StackTraceElement[] trace = fault.getStackTrace();
        LOG.error(
                "fault {}{} at {}",
                fault.getClass().getName(),
                state,
                trace.length == 0 ? "unknown place" : trace[0].toString());
        return answers.answer(new ScmsError.Fault());
    }
}
