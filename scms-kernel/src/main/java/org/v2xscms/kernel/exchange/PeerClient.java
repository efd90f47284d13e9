package org.v2xscms.kernel.exchange;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.kernel.http.BackEndChannel;
import org.v2xscms.messages.BackEndPdu;

/** Asks one other authority. */
public final class PeerClient {

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final SecuredExchange exchange;
    private final BackEndChannel channel;
    private final URI target;
    private final HashedCertificate certificate;
    private final Role role;
    private final @Nullable WireLog log;

    /**
     * @param base the peer's base URL
     * @param certificate the peer's certificate, to which requests are encrypted
     * @param role the role an answer's signer must hold
     */
    public PeerClient(
            SecuredExchange exchange, BackEndChannel channel, URI base, HashedCertificate certificate, Role role) {
        this(exchange, channel, base, certificate, role, null);
    }

    /** @param log where a trial keeps copies; null for nowhere */
    PeerClient(
            SecuredExchange exchange,
            BackEndChannel channel,
            URI base,
            HashedCertificate certificate,
            Role role,
            @Nullable WireLog log) {
        this.exchange = exchange;
        this.channel = channel;
        this.target = base.resolve(BackEndController.PATH);
        this.certificate = certificate;
        this.role = role;
        this.log = log;
    }

    /** What came of it. */
    public sealed interface Reply {

        /**
         * The peer's answer.
         *
         * @param signed the answer as the peer signed it, for use as evidence
         */
        record Answer(BackEndPdu pdu, Octets signed) implements Reply {}

        /** No answer that counts: it is unknown whether the request took effect. Send the same sealed request again. */
        record NoAnswer(Duration retryAfter, String reason) implements Reply {}
    }

    /** A request, sealed once: a retry sends the same octets. */
    public Octets seal(BackEndPdu request) {
        Octets signed = exchange.signStatement(request);
        Octets sealed = exchange.seal(signed, certificate);
        if (log != null) {
            log.request(role, sealed, signed);
        }
        return sealed;
    }

    /** Sends a request once. */
    public Reply ask(BackEndPdu request) throws InterruptedException {
        return send(seal(request));
    }

    /** Sends a sealed request. */
    public Reply send(Octets sealed) throws InterruptedException {
        return switch (channel.post(target, sealed)) {
            case BackEndChannel.Reply.NoAnswer() -> new Reply.NoAnswer(RETRY, "no connection or no answer");
            case BackEndChannel.Reply.Received received -> {
                if (received.status() != 200) {
                    yield new Reply.NoAnswer(
                            received.retryAfter().orElse(RETRY),
                            "status " + received.status()
                                    + received.error().map(e -> " " + e).orElse(""));
                }
                yield read(sealed, received.body());
            }
        };
    }

    private Reply read(Octets sealed, Octets body) {
        return switch (exchange.open(body, Set.of(role))) {
            case SecuredExchange.Opened.Refused refused ->
                new Reply.NoAnswer(RETRY, "an answer that does not count: " + refused.reason());
            case SecuredExchange.Opened.Message message -> {
                boolean fits = message.sender().equals(certificate)
                        && Optional.of(HashFunction.SHA256.digest(sealed).value())
                                .equals(Optional.ofNullable(message.inReplyTo()));
                if (fits && log != null) {
                    log.answer(role, sealed, body, message.signed());
                }
                yield fits
                        ? new Reply.Answer(message.pdu(), message.signed())
                        : new Reply.NoAnswer(RETRY, "an answer to something else");
            }
        };
    }
}
