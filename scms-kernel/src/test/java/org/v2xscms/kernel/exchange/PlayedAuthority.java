package org.v2xscms.kernel.exchange;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.hsm.KeyVault;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.kernel.http.BackEndChannel;

/** An authority that a test plays: real certificate, keys and messages, no application behind them. */
public record PlayedAuthority(AuthorityIdentity identity, Trust trust, SecuredExchange exchange) {

    private static final Duration TOLERANCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LARGEST_ANSWER = 64 << 20;

    /**
     * An authority by its certificate and keys.
     *
     * @param trustFolder the folder of public files
     */
    public static PlayedAuthority of(
            HashedCertificate certificate,
            KeyVault vault,
            VaultKey.Pair signing,
            VaultKey.Pair decryption,
            Path trustFolder,
            InstantSource clock) {
        AuthorityIdentity identity = new AuthorityIdentity(certificate, vault, signing, decryption);
        Trust trust = Trust.load(trustFolder, new BouncyCastleVerifier(), RevocationCheck.NONE);
        return new PlayedAuthority(
                identity, trust, new SecuredExchange(identity, trust, clock, TOLERANCE, new SecureRandom()));
    }

    /** A client for another authority, on plain HTTP at a port of this machine. */
    public PeerClient client(String peer, Role role, int port) {
        URI address = URI.create("http://127.0.0.1:" + port);
        return new Peers(
                        Map.of(peer, address), trust, exchange, BackEndChannel.trusting(null, PATIENCE, LARGEST_ANSWER))
                .client(peer, role);
    }
}
