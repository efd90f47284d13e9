package org.v2xscms.rootca.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.hsm.KeyVault;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.policy.KeyPolicy;
import org.v2xscms.hsm.policy.MemoryCounters;
import org.v2xscms.hsm.policy.PolicedVault;
import org.v2xscms.rootca.TestTrust;
import org.v2xscms.rootca.issue.DurableFiles;
import org.v2xscms.rootca.issue.DurableFolder;
import org.v2xscms.rootca.profile.AuthorityRole;
import org.v2xscms.rootca.request.AuthorityRequest;
import org.v2xscms.rootca.request.SignedAuthorityRequest;

class CeremonyTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final CeremonySettings SETTINGS = CeremonySettings.usual();
    private static final KeyPair SIGNING = KeyPair.generate(Curve.NIST_P256, seeded(1));
    private static final KeyPair DECRYPTING = KeyPair.generate(Curve.NIST_P256, seeded(2));

    private static final Octets RA = request(AuthorityRole.RA, "ra.example");

    private static final Map<String, Octets> REQUESTS = Map.of(
            "ra",
            RA,
            "crlsigner",
            SignedAuthorityRequest.of(
                    AuthorityRequest.of(AuthorityRole.CRL_SIGNER, "crlsigner", SIGNING.publicKey(), null, null),
                    SoftwareSigner.deterministic(SIGNING)));

    @TempDir
    private Path folder;

    /** How a write is cut off by the death of the process; before a write is after the one before it. */
    private enum Death {
        WITH_HALF_A_FILE_ASIDE,
        AFTER_THE_WRITE
    }

    @Test
    void repeatingItChangesNoOctetAndSignsNothingAgain() throws IOException {
        KeyVault vault = vault();
        CeremonyResult first = perform(vault, DurableFiles.onDisk(), START, REQUESTS);
        Map<String, Octets> files = files();
        CeremonyResult second = perform(vault, DurableFiles.onDisk(), START.plus(Duration.ofDays(300)), REQUESTS);
        assertInstanceOf(CeremonyResult.Done.class, first);
        assertEquals(first, second);
        assertEquals(files, files());
    }

    @Test
    void dyingAtAnyWriteAndRepeatingEndsAsIfItHadNotDied(@TempDir Path undisturbed) throws IOException {
        perform(vault(), DurableFiles.onDisk(), undisturbed, START, REQUESTS);
        Map<String, Octets> expected = files(undisturbed);
        for (Death death : Death.values()) {
            for (int at = 1; at <= expected.size(); at++) {
                Path there = folder.resolve(death.name() + at);
                KeyVault vault = vault();
                DurableFiles dying = dyingAt(at, death);
                assertThrows(
                        UncheckedIOException.class,
                        () -> perform(vault, dying, there, START, REQUESTS),
                        () -> "" + there);
                assertInstanceOf(
                        CeremonyResult.Done.class, perform(vault, DurableFiles.onDisk(), there, START, REQUESTS));
                assertEquals(expected, files(there), () -> "after " + there.getFileName());
            }
        }
    }

    @Test
    void dyingAfterEveryWriteWhileTimePassesNeverChangesWhatWasWritten() throws IOException {
        KeyVault vault = vault();
        DurableFiles dying = (file, content) -> {
            if (!DurableFiles.read(file).equals(Optional.of(content))) {
                assertTrue(Files.notExists(file), () -> file + " changed");
                DurableFiles.onDisk().write(file, content);
                throw new IOException("the process died");
            }
        };
        int deaths = 0;
        for (boolean done = false; !done; ) {
            try {
                perform(vault, dying, START.plus(Duration.ofHours(deaths)), REQUESTS);
                done = true;
            } catch (UncheckedIOException died) {
                deaths++;
            }
        }
        assertEquals(files().size(), deaths);
    }

    @Test
    void furtherRequestAddsAnAuthorityAndLeavesTheOthers() throws IOException {
        KeyVault vault = vault();
        perform(vault, DurableFiles.onDisk(), START, REQUESTS);
        Map<String, Octets> before = files();
        Map<String, Octets> more = new HashMap<>(REQUESTS);
        more.put("eca", request(AuthorityRole.ECA, "eca"));
        perform(vault, DurableFiles.onDisk(), START.plus(Duration.ofDays(1)), more);
        Map<String, Octets> after = files();
        assertTrue(after.containsKey("trust/eca.cert"));
        before.remove("trust/ccf.spdu");
        before.forEach((file, content) -> assertEquals(content, after.get(file), file));
    }

    @Test
    void certificateOfAnotherCaIsNotIssued() {
        Octets asRoot = SignedAuthorityRequest.of(
                AuthorityRequest.of(AuthorityRole.ROOT, "root", SIGNING.publicKey(), null, null),
                SoftwareSigner.deterministic(SIGNING));
        assertStopped("the request of eve: ROOT is not among", Map.of("eve", asRoot));
    }

    @Test
    void requestThatWasChangedIsRefused() {
        byte[] changed = RA.toByteArray();
        changed[changed.length - 1] ^= 1;
        assertStopped("the request of ra: the signature does not verify", Map.of("ra", Octets.of(changed)));
    }

    @Test
    void nameThatIsNoFileNameIsRefused() {
        assertStopped("../ra is no name", Map.of("../ra", RA));
        assertStopped("root is no name", Map.of("root", RA));
    }

    @Test
    void oneOfThreeElectorsIsNoQuorum() throws IOException {
        Map<String, KeyPolicy> policies = new HashMap<>(Ceremony.policies(SETTINGS.trustList()));
        KeyPolicy signsNoLists = KeyPolicy.of(MessageKind.CERTIFICATE, 100);
        policies.put("elector-1", signsNoLists);
        policies.put("elector-2", signsNoLists);
        CeremonyResult result = perform(vault(policies), DurableFiles.onDisk(), START, REQUESTS);
        CeremonyResult.Stopped stopped = assertInstanceOf(CeremonyResult.Stopped.class, result);
        assertTrue(stopped.reason().startsWith("1 electors signed the trust list, 2 must"), stopped.reason());
        assertTrue(files().keySet().stream().noneMatch(file -> file.endsWith(".spdu")));
    }

    private void assertStopped(String reason, Map<String, Octets> requests) {
        CeremonyResult result = perform(vault(), DurableFiles.onDisk(), START, requests);
        CeremonyResult.Stopped stopped = assertInstanceOf(CeremonyResult.Stopped.class, result);
        assertTrue(stopped.reason().startsWith(reason), stopped.reason());
    }

    private CeremonyResult perform(KeyVault vault, DurableFiles files, Instant at, Map<String, Octets> requests) {
        return perform(vault, files, folder, at, requests);
    }

    private static CeremonyResult perform(
            KeyVault vault, DurableFiles files, Path data, Instant at, Map<String, Octets> requests) {
        return new Ceremony(vault, new DurableFolder(files, data), new BouncyCastleVerifier(), InstantSource.fixed(at))
                .perform(SETTINGS, requests);
    }

    private static KeyVault vault() {
        return vault(Ceremony.policies(SETTINGS.trustList()));
    }

    private static KeyVault vault(Map<String, KeyPolicy> policies) {
        InstantSource clock = InstantSource.fixed(START);
        return PolicedVault.over(TestTrust.memory("root-ca", clock), false, policies, new MemoryCounters(), clock);
    }

    private static Octets request(AuthorityRole role, String name) {
        return SignedAuthorityRequest.of(
                AuthorityRequest.of(role, name, SIGNING.publicKey(), DECRYPTING.publicKey(), null),
                SoftwareSigner.deterministic(SIGNING));
    }

    /** Dies at the {@code at}th write. */
    private static DurableFiles dyingAt(int at, Death death) {
        int[] writes = {0};
        return (file, content) -> {
            writes[0]++;
            if (writes[0] == at && death == Death.WITH_HALF_A_FILE_ASIDE) {
                Files.createDirectories(file.getParent());
                Files.write(
                        file.resolveSibling("." + file.getFileName() + ".new"),
                        content.slice(0, content.length() / 2).toByteArray());
            }
            if (writes[0] != at || death == Death.AFTER_THE_WRITE) {
                DurableFiles.onDisk().write(file, content);
            }
            if (writes[0] == at) {
                throw new IOException("the process died");
            }
        };
    }

    private Map<String, Octets> files() throws IOException {
        return files(folder);
    }

    private static Map<String, Octets> files(Path folder) throws IOException {
        Map<String, Octets> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Octets.of(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static SecureRandom seeded(int seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return random;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
