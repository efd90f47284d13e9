package org.v2xscms.cli.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.hsm.KeyVault;
import org.v2xscms.hsm.LabelledKeys;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.VaultSigner;
import org.v2xscms.kernel.authority.AuthorityKeys;
import org.v2xscms.kernel.authority.HomeVault;
import org.v2xscms.kernel.files.PrivateFiles;
import org.v2xscms.kernel.operator.Operators;
import org.v2xscms.rootca.ceremony.Ceremony;
import org.v2xscms.rootca.ceremony.CeremonyResult;
import org.v2xscms.rootca.ceremony.CeremonySettings;
import org.v2xscms.rootca.issue.DurableFiles;
import org.v2xscms.rootca.issue.DurableFolder;
import org.v2xscms.rootca.profile.AuthorityRole;
import org.v2xscms.rootca.request.AuthorityRequest;
import org.v2xscms.rootca.request.SignedAuthorityRequest;

/**
 * Gives every authority its keys and certificate, and two operators their keys, at the first start of a trial. In
 * production the requests and certificates travel as files between machines, and the root is offline.
 */
final class TrialCeremony {

    private final DataFolder data;
    private final SignatureVerifier verifier;
    private final SecureRandom random;
    private final InstantSource clock;

    TrialCeremony(DataFolder data, SignatureVerifier verifier, SecureRandom random, InstantSource clock) {
        this.data = data;
        this.verifier = verifier;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Does what is left to do.
     *
     * @throws IllegalStateException if the ceremony stops; the message says why
     */
    void perform() {
        if (Files.exists(data.trust().resolve(Operators.FILE))) {
            return;
        }
        Map<String, Octets> requests = new LinkedHashMap<>();
        for (AuthorityService service : AuthorityService.values()) {
            try (AuthorityKeys keys =
                    AuthorityKeys.open(service.id(), data.homeOf(service.id()), false, verifier, random, clock)) {
                requests.put(service.id(), request(service, keys));
                if (service == AuthorityService.MA) {
                    requests.put("crlsigner", crlSignerRequest(keys));
                }
            }
        }
        CeremonySettings settings = CeremonySettings.usual();
        try (KeyVault vault = HomeVault.open(
                Ceremony.AUTHORITY,
                data.homeOf(Ceremony.AUTHORITY),
                false,
                Ceremony.policies(settings.trustList()),
                verifier,
                random,
                clock)) {
            DurableFolder folder = new DurableFolder(DurableFiles.onDisk(), data.root());
            if (new Ceremony(vault, folder, verifier, clock).perform(settings, requests)
                    instanceof CeremonyResult.Stopped(String reason)) {
                throw new IllegalStateException("the key ceremony stopped: " + reason);
            }
        }
        writeOperators();
    }

    private static Octets request(AuthorityService service, AuthorityKeys keys) {
        PublicPoint decryption = keys.decryption().publicKey();
        return SignedAuthorityRequest.of(
                AuthorityRequest.of(
                        service.role(), service.id(), keys.signing().publicKey(), decryption, service.laId()),
                new VaultSigner(keys.vault(), keys.signing(), MessageKind.SIGNED_REQUEST));
    }

    private static Octets crlSignerRequest(AuthorityKeys keys) {
        VaultKey.Pair key =
                LabelledKeys.findOrGenerate(keys.vault(), PairSpec.signing(AuthorityKeys.CRL_SIGNING, Curve.NIST_P256));
        return SignedAuthorityRequest.of(
                AuthorityRequest.of(AuthorityRole.CRL_SIGNER, "crlsigner", key.publicKey(), null, null),
                new VaultSigner(keys.vault(), key, MessageKind.SIGNED_REQUEST));
    }

    /** Written last: where this file is, the ceremony is done. */
    private void writeOperators() {
        String lines;
        try (TrialOperators operators = new TrialOperators(data, verifier, random, clock)) {
            lines = TrialOperators.NAMES.stream()
                    .map(name -> name + " "
                            + operators
                                    .credential(name)
                                    .signer()
                                    .publicKey()
                                    .compressed()
                                    .hex() + "\n")
                    .collect(Collectors.joining());
        }
        try {
            PrivateFiles.write(data.trust().resolve(Operators.FILE), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the list of operators", e);
        }
    }
}
