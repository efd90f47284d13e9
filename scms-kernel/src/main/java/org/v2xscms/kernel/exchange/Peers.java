package org.v2xscms.kernel.exchange;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.v2xscms.kernel.http.BackEndChannel;

/** The other authorities by name, as configured: {@code eca}, {@code la1}, {@code la2}, {@code ma}, {@code pca}, {@code ra}. */
public final class Peers {

    private final Map<String, URI> addresses;
    private final Trust trust;
    private final SecuredExchange exchange;
    private final BackEndChannel channel;
    private final @Nullable WireLog log;

    public Peers(Map<String, URI> addresses, Trust trust, SecuredExchange exchange, BackEndChannel channel) {
        this(addresses, trust, exchange, channel, null);
    }

    /** @param log where a trial keeps copies of questions and answers; null for nowhere */
    public Peers(
            Map<String, URI> addresses,
            Trust trust,
            SecuredExchange exchange,
            BackEndChannel channel,
            @Nullable WireLog log) {
        this.addresses = Map.copyOf(addresses);
        this.trust = trust;
        this.exchange = exchange;
        this.channel = channel;
        this.log = log;
    }

    /**
     * A client for one of them.
     *
     * @throws IllegalStateException if there is no address or no certificate of {@code name}; the message says what to
     *     configure
     */
    public PeerClient client(String name, Role role) {
        URI address = addresses.get(name);
        if (address == null) {
            throw new IllegalStateException("no address of " + name + ": set scms.peers." + name);
        }
        return new PeerClient(exchange, channel, address, trust.require(name), role, log);
    }
}
