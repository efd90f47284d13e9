package org.v2xscms.ma.operator;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.kernel.http.ErrorAnswers;
import org.v2xscms.kernel.http.ScmsError;
import org.v2xscms.kernel.operator.OperatorGate;
import org.v2xscms.ma.cases.Approvals;
import org.v2xscms.ma.cases.CaseFile;
import org.v2xscms.ma.cases.CaseState;
import org.v2xscms.ma.cases.Cases;
import org.v2xscms.ma.resolution.BackgroundWork;
import org.v2xscms.ma.resolution.RevocationWork;
import org.v2xscms.messages.Approval;
import org.v2xscms.messages.CaseId;

/**
 * The operators' side: look at cases, approve or reject them, start a revocation. Every request is signed by an operator;
 * one that is not learns nothing. Each is safe to repeat: a transition that was made before is answered with the case.
 */
@RestController
public final class OperatorController {

    private static final int ID_DIGITS = 32;
    private static final int MOST_REASON = 200;

    private final OperatorGate gate;
    private final CaseViews views;
    private final Cases cases;
    private final Approvals approvals;
    private final RevocationWork work;
    private final BackgroundWork background;
    private final ErrorAnswers errors;

    public OperatorController(
            OperatorGate gate,
            CaseViews views,
            Cases cases,
            Approvals approvals,
            RevocationWork work,
            BackgroundWork background,
            ErrorAnswers errors) {
        this.gate = gate;
        this.views = views;
        this.cases = cases;
        this.approvals = approvals;
        this.work = work;
        this.background = background;
        this.errors = errors;
    }

    @GetMapping("/operator/cases")
    ResponseEntity<?> cases(HttpServletRequest request) {
        return operator(request, Octets.EMPTY)
                .<ResponseEntity<?>>map(operator -> json(200, Map.of("cases", views.lines())))
                .orElseGet(this::unknown);
    }

    @GetMapping("/operator/cases/{id}")
    ResponseEntity<?> show(HttpServletRequest request, @PathVariable("id") String id) {
        return forCase(request, id, null, (operator, file) -> ok(file));
    }

    @PostMapping("/operator/cases/{id}/approve")
    ResponseEntity<?> approve(
            HttpServletRequest request,
            @PathVariable("id") String id,
            @RequestBody(required = false) byte @Nullable [] body) {
        return forCase(request, id, body, (operator, file) -> approve(operator, file, octets(body)));
    }

    private ResponseEntity<?> approve(String operator, CaseFile file, Octets body) {
        Approval approval;
        try {
            approval = Approval.CODEC.decode(body, Reading.STRICT).value();
        } catch (DecodeException e) {
            return problem(400, "the body is no Approval: " + e.getMessage());
        }
        if (!approval.operator().equals(operator)) {
            return problem(403, "the approval is another operator's");
        }
        return switch (approvals.approve(file, approval)) {
            case COUNTED -> ok(file);
            case INVALID -> problem(403, "the approval is not over the decision of this case");
            case TOO_LATE -> problem(409, "the case is no longer open");
        };
    }

    @PostMapping("/operator/cases/{id}/reject")
    ResponseEntity<?> reject(
            HttpServletRequest request,
            @PathVariable("id") String id,
            @RequestBody(required = false) byte @Nullable [] body) {
        return forCase(request, id, body, (operator, file) -> reject(operator, file, octets(body)));
    }

    private ResponseEntity<?> reject(String operator, CaseFile file, Octets body) {
        String text = new String(body.toByteArray(), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
        String reason = text.substring(0, Math.min(text.length(), MOST_REASON));
        CaseState state = cases.standing(file.id()).state();
        return switch (state) {
            case OPEN, APPROVED, RESOLVING ->
                cases.move(file.id(), state, CaseState.REJECTED, operator, reason)
                        ? ok(file)
                        : problem(409, "the case went on meanwhile");
            case REJECTED -> ok(file);
            case REVOKED -> problem(409, "the case is revoked: nothing takes that back");
        };
    }

    @PostMapping("/operator/cases/{id}/revoke")
    ResponseEntity<?> revoke(HttpServletRequest request, @PathVariable("id") String id) {
        return forCase(request, id, null, this::revoke);
    }

    private ResponseEntity<?> revoke(String operator, CaseFile file) {
        switch (cases.standing(file.id()).state()) {
            case APPROVED -> {
                cases.move(file.id(), CaseState.APPROVED, CaseState.RESOLVING, operator, "");
                background.wake();
            }
            case RESOLVING -> {
                work.startAgain(file.id());
                background.wake();
            }
            case REVOKED -> {}
            case OPEN -> {
                return problem(409, "the case is not approved");
            }
            case REJECTED -> {
                return problem(409, "the case is rejected");
            }
        }
        return ok(file);
    }

    private ResponseEntity<?> forCase(
            HttpServletRequest request,
            String id,
            byte @Nullable [] body,
            BiFunction<String, CaseFile, ResponseEntity<?>> action) {
        Optional<String> operator = operator(request, octets(body));
        if (operator.isEmpty()) {
            return unknown();
        }
        if (id.length() != ID_DIGITS || !id.matches("[0-9a-f]+")) {
            return problem(404, "no such case");
        }
        return cases.find(new CaseId(Octets.ofHex(id)))
                .<ResponseEntity<?>>map(file -> action.apply(operator.get(), file))
                .orElseGet(() -> problem(404, "no such case"));
    }

    private Optional<String> operator(HttpServletRequest request, Octets body) {
        return gate.operator(
                request.getHeader(OperatorGate.NAME),
                request.getHeader(OperatorGate.TIME),
                request.getHeader(OperatorGate.SIGNATURE),
                request.getMethod(),
                request.getQueryString() == null
                        ? request.getRequestURI()
                        : request.getRequestURI() + "?" + request.getQueryString(),
                body);
    }

    private static Octets octets(byte @Nullable [] body) {
        return body == null ? Octets.EMPTY : Octets.of(body);
    }

    private ResponseEntity<?> ok(CaseFile file) {
        return json(200, views.view(file));
    }

    private ResponseEntity<?> unknown() {
        return errors.answer(new ScmsError.Unauthenticated());
    }

    private static ResponseEntity<?> problem(int status, String what) {
        return json(status, new Problem(what));
    }

    private static ResponseEntity<?> json(int status, Object body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
