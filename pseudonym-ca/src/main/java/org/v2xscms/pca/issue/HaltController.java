package org.v2xscms.pca.issue;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.http.ErrorAnswers;
import org.v2xscms.kernel.http.ScmsError;
import org.v2xscms.kernel.operator.OperatorGate;

/** Lets an operator stop and resume issuance: requests without a body, signed as {@link OperatorGate} says. */
@RestController
public final class HaltController {

    /** Stops issuance. */
    public static final String HALT = "/v3/operator/issuance/halt";

    /** Lets it go on. */
    public static final String RESUME = "/v3/operator/issuance/resume";

    private final IssuanceHalt halt;
    private final OperatorGate gate;
    private final ErrorAnswers errors;

    public HaltController(IssuanceHalt halt, OperatorGate gate, ErrorAnswers errors) {
        this.halt = halt;
        this.gate = gate;
        this.errors = errors;
    }

    @PostMapping(HALT)
    ResponseEntity<byte[]> halt(
            @RequestHeader(name = OperatorGate.NAME, required = false) @Nullable String name,
            @RequestHeader(name = OperatorGate.TIME, required = false) @Nullable String time,
            @RequestHeader(name = OperatorGate.SIGNATURE, required = false) @Nullable String signature) {
        return byOperator(gate.operator(name, time, signature, "POST", HALT, Octets.EMPTY), halt::halt);
    }

    @PostMapping(RESUME)
    ResponseEntity<byte[]> resume(
            @RequestHeader(name = OperatorGate.NAME, required = false) @Nullable String name,
            @RequestHeader(name = OperatorGate.TIME, required = false) @Nullable String time,
            @RequestHeader(name = OperatorGate.SIGNATURE, required = false) @Nullable String signature) {
        return byOperator(gate.operator(name, time, signature, "POST", RESUME, Octets.EMPTY), halt::resume);
    }

    private ResponseEntity<byte[]> byOperator(Optional<String> operator, Consumer<String> action) {
        if (operator.isEmpty()) {
            return errors.answer(new ScmsError.Unauthenticated());
        }
        action.accept(operator.get());
        return ResponseEntity.noContent().build();
    }
}
