package org.v2xscms.kernel.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors that arise outside the controllers, which would otherwise be told in the server's own words. */
@RestController
final class OutsideErrors implements ErrorController {

    private final ErrorAnswers answers;

    OutsideErrors(ErrorAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        return answers.answer(meaning(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)));
    }

    private static ScmsError meaning(@Nullable Object status) {
        return switch (status) {
            case Integer code when code == 401 -> new ScmsError.Unauthenticated();
            case Integer code when code == 404 -> new ScmsError.NotFound();
            case Integer code when code == 405 -> new ScmsError.MethodNotAllowed();
            case Integer code when code == 408 -> new ScmsError.RequestTimeout();
            case Integer code when code == 416 -> new ScmsError.RangeNotSatisfiable();
            case Integer code when code >= 400 && code < 500 -> new ScmsError.Refused(ErrorNumber.NOT_PARSED);
            case null, default -> new ScmsError.Fault();
        };
    }
}
