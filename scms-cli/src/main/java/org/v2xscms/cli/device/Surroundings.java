package org.v2xscms.cli.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.v2xscms.cli.system.Addresses;
import org.v2xscms.cli.system.AuthorityService;
import org.v2xscms.cli.system.DataFolder;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.trustlist.Succession;
import org.v2xscms.crypto.trustlist.TrustListVerifier;
import org.v2xscms.kernel.http.TlsTrust;
import org.v2xscms.obu.transport.HttpTransport;
import org.v2xscms.obu.transport.Transport;
import org.v2xscms.rootca.ceremony.CeremonySettings;

/**
 * What a device is given when it is made: where its authorities are, what it trusts over TLS, which electors it pins. All
 * else it learns from them.
 */
public record Surroundings(
        URI eca,
        URI ra,
        Succession pinned,
        Transport transport,
        InstantSource clock,
        SecureRandom random,
        SignatureVerifier verifier) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Those of an installation on this machine. */
    public static Surroundings of(
            DataFolder data,
            Addresses addresses,
            InstantSource clock,
            SecureRandom random,
            SignatureVerifier verifier) {
        var trustList = CeremonySettings.usual().trustList();
        Set<HashedId48> electors = new HashSet<>();
        for (int number = 1; number <= trustList.electors(); number++) {
            HashedCertificate elector = certificate(data.trust().resolve("elector" + number + ".cert"));
            HashedId48 id = TrustListVerifier.electorId(elector);
            if (id == null) {
                throw new IllegalStateException("elector " + number + " has no key of 384 bits");
            }
            electors.add(id);
        }
        return new Surroundings(
                addresses.of(AuthorityService.ECA),
                addresses.of(AuthorityService.RA),
                Succession.pinned(trustList.series(), electors, trustList.quorum()),
                HttpTransport.of(TlsTrust.in(data.trustedTls()), PATIENCE),
                clock,
                random,
                verifier);
    }

    /** The same with another way to the network. */
    public Surroundings over(Transport other) {
        return new Surroundings(eca, ra, pinned, other, clock, random, verifier);
    }

    private static HashedCertificate certificate(Path file) {
        try {
            return HashedCertificate.of(Certificate.CODEC
                    .keepingOctets()
                    .decode(Octets.of(Files.readAllBytes(file)), Reading.STRICT)
                    .value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DecodeException e) {
            throw new IllegalStateException(file + " is no certificate: " + e.getMessage(), e);
        }
    }
}
