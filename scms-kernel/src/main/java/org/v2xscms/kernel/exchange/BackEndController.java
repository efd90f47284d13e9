package org.v2xscms.kernel.exchange;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.http.ErrorAnswers;
import org.v2xscms.kernel.http.ScmsError;

/** Where other authorities ask: one operation, which takes and gives one secured message. */
@RestController
public class BackEndController {

    /** The path below an authority's base URL. */
    public static final String PATH = "/v3/back-end";

    private static final Logger LOG = LoggerFactory.getLogger(BackEndController.class);

    private final SecuredExchange exchange;
    private final BackEndService service;
    private final AnswerCache answers = new AnswerCache();
    private final ErrorAnswers errors;

    public BackEndController(SecuredExchange exchange, BackEndService service, ErrorAnswers errors) {
        this.exchange = exchange;
        this.service = service;
        this.errors = errors;
    }

    @PostMapping(path = PATH, consumes = "application/octet-stream", produces = "application/octet-stream")
    ResponseEntity<byte[]> answer(@RequestBody byte[] body) {
        return switch (exchange.open(Octets.of(body), service.callers())) {
            case SecuredExchange.Opened.Refused refused -> {
                LOG.info("back-end message refused: {}", refused.reason());
                yield errors.answer(new ScmsError.Refused(refused.number()));
            }
            case SecuredExchange.Opened.Message message ->
                answers.find(message.hash())
                        .map(known -> ResponseEntity.ok(known.toByteArray()))
                        .orElseGet(() -> answer(message));
        };
    }

    private ResponseEntity<byte[]> answer(SecuredExchange.Opened.Message message) {
        Role role = Role.of(message.sender()).orElseThrow();
        return switch (service.answer(message.pdu(), message.sender(), role)) {
            case BackEndService.Result.Later later -> errors.answer(new ScmsError.Unavailable(later.retryAfter()));
            case BackEndService.Result.Answer answer -> {
                Octets sealed = exchange.sealAnswer(answer.pdu(), message.hash(), message.sender());
                yield ResponseEntity.ok(answers.keep(message.hash(), sealed).toByteArray());
            }
        };
    }
}
