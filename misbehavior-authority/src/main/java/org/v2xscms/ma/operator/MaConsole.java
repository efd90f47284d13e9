package org.v2xscms.ma.operator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.kernel.http.BackEndChannel;
import org.v2xscms.kernel.operator.OperatorCredential;
import org.v2xscms.ma.cases.Suspect;
import org.v2xscms.messages.Approval;
import org.v2xscms.messages.Decision;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operator's side of the misbehaviour authority. Before an operator's key signs a decision, the console works out for
 * itself that the decision is about the case and the certificate shown.
 */
public final class MaConsole {

    private static final String AUTHORITY = "ma";
    private static final String CASES = "/operator/cases";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ANSWER_LIMIT = 4 << 20;

    private final URI base;
    private final BackEndChannel channel;
    private final OperatorCredential viewer;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * A console.
     *
     * @param base the authority's base URL
     * @param trusted PEM file of the X.509 certificates trusted for HTTPS; null only for plain HTTP on loopback
     * @param viewer who looks at cases; decisions name their operator each time
     */
    public MaConsole(URI base, @Nullable Path trusted, OperatorCredential viewer, InstantSource clock) {
        this.base = base;
        this.channel = BackEndChannel.trusting(trusted, PATIENCE, ANSWER_LIMIT);
        this.viewer = viewer;
        this.clock = clock;
    }

    private record Cases(List<CaseLine> cases) {}

    /** All cases. */
    public ConsoleReply<List<CaseLine>> cases() throws InterruptedException {
        return ask(
                "GET",
                CASES,
                Octets.EMPTY,
                viewer,
                body -> read(body, Cases.class).cases());
    }

    /** One case with its evidence. */
    public ConsoleReply<CaseView> show(String id) throws InterruptedException {
        return one("GET", id, "", Octets.EMPTY, viewer);
    }

    /** Consents to the revocation; two different operators have to. */
    public ConsoleReply<CaseView> approve(String id, OperatorCredential operator) throws InterruptedException {
        return switch (one("GET", id, "", Octets.EMPTY, operator)) {
            case ConsoleReply.Done<CaseView>(CaseView shown) -> {
                Approval approval = operator.approve(decision(shown, id));
                yield one("POST", id, "/approve", Approval.CODEC.encode(approval), operator);
            }
            case ConsoleReply.Refused<CaseView> refused -> refused;
            case ConsoleReply.NoAnswer<CaseView> none -> none;
        };
    }

    /** Closes a case without a revocation. */
    public ConsoleReply<CaseView> reject(String id, String reason, OperatorCredential operator)
            throws InterruptedException {
        return one("POST", id, "/reject", Octets.of(reason.getBytes(StandardCharsets.UTF_8)), operator);
    }

    /**
     * Starts the revocation of an approved case, or starts one again that another authority refused. It goes on by itself;
     * {@link #show} tells how far it is, and that it is done by the state {@code REVOKED}.
     */
    public ConsoleReply<CaseView> revoke(String id, OperatorCredential operator) throws InterruptedException {
        return one("POST", id, "/revoke", Octets.EMPTY, operator);
    }

    private ConsoleReply<CaseView> one(
            String method, String id, String action, Octets body, OperatorCredential operator)
            throws InterruptedException {
        if (!id.matches("[0-9a-f]{32}")) {
            return new ConsoleReply.Refused<>(404, "a case is named by 32 hex digits");
        }
        return ask(method, CASES + "/" + id + action, body, operator, answer -> read(answer, CaseView.class));
    }

    private <T> ConsoleReply<T> ask(
            String method, String path, Octets body, OperatorCredential operator, Function<Octets, T> value)
            throws InterruptedException {
        Map<String, String> headers = new HashMap<>(operator.headers(AUTHORITY, method, path, body, clock.instant()));
        headers.put("Accept", "application/json");
        if (!body.isEmpty()) {
            headers.put("Content-Type", "application/octet-stream");
        }
        return switch (channel.ask(method, base.resolve(path), headers, body)) {
            case BackEndChannel.Reply.NoAnswer() -> new ConsoleReply.NoAnswer<>();
            case BackEndChannel.Reply.Received received ->
                received.status() == 200
                        ? new ConsoleReply.Done<>(value.apply(received.body()))
                        : new ConsoleReply.Refused<>(
                                received.status(),
                                received.body().isEmpty()
                                        ? "no reason given"
                                        : read(received.body(), Problem.class).error());
        };
    }

    private <T> T read(Octets body, Class<T> type) {
        try {
            return json.readValue(body.toByteArray(), type);
        } catch (JacksonException e) {
            throw new IllegalStateException("the misbehaviour authority answered something that is no " + type, e);
        }
    }

    /** The decision to sign, which must be about the certificate shown. */
    private static Decision decision(CaseView shown, String id) {
        try {
            Decision decision = Decision.CODEC
                    .decode(Octets.ofHex(shown.decision()), Reading.STRICT)
                    .value();
            HashedCertificate certificate = HashedCertificate.of(Certificate.CODEC
                    .keepingOctets()
                    .decode(Octets.ofHex(shown.certificate()), Reading.AS_RECEIVED)
                    .value());
            Octets commitment = Suspect.of(certificate).commitment(Octets.ofHex(shown.salt()));
            if (!decision.caseId().octets().hex().equals(id)
                    || !decision.subject().equals(commitment)) {
                throw new IllegalStateException("the decision offered is not about the case and certificate shown");
            }
            return decision;
        } catch (DecodeException e) {
            throw new IllegalStateException("the case shown does not decode", e);
        }
    }
}
