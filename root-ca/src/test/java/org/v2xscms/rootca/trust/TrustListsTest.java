package org.v2xscms.rootca.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.FullIeeeTbsCtl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MultiSignedCtl;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.crypto.sign.Signer;
import org.v2xscms.crypto.sign.SigningKeyUnavailableException;
import org.v2xscms.hsm.KeyVault;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.policy.KeyPolicy;
import org.v2xscms.hsm.policy.MemoryCounters;
import org.v2xscms.hsm.policy.PolicedVault;
import org.v2xscms.rootca.TestTrust;
import org.v2xscms.rootca.issue.CertificateIssuance;
import org.v2xscms.rootca.issue.DurableFiles;
import org.v2xscms.rootca.issue.DurableFolder;
import org.v2xscms.rootca.issue.IssueRegister;
import org.v2xscms.rootca.issue.RootCa;
import org.v2xscms.rootca.profile.ProfileSettings;

class TrustListsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
    private static final TrustListSettings SETTINGS = TrustListSettings.twoOfThree(Octets.ofHex("0011223344556677"));

    @TempDir
    private Path folder;

    private List<Elector> electors = List.of();
    private HashedCertificate root;
    private HashedCertificate otherRoot;

    @BeforeEach
    void makeElectors() {
        CertificateIssuance issuance = issuance();
        KeyVault vault = vault("root-ca");
        electors = List.of(
                Elector.open(vault, 1, issuance), Elector.open(vault, 2, issuance), Elector.open(vault, 3, issuance));
        root = RootCa.open(vault, "root", issuance).certificate();
        otherRoot = RootCa.open(vault("other"), "other root", issuance).certificate();
    }

    @Test
    void listIsNumberedAndOneMoreWhenTheRootsChange() {
        TrustLists lists = lists(DurableFiles.onDisk());
        FullIeeeTbsCtl first = current(lists, electors, List.of(root));
        FullIeeeTbsCtl again = current(lists, electors, List.of(root));
        FullIeeeTbsCtl second = current(lists, electors, List.of(otherRoot));
        assertEquals(1, first.sequenceNumber().value());
        assertEquals(first, again);
        assertEquals(2, second.sequenceNumber().value());
        assertEquals(root.hash().value(), second.rootCaRemove().getFirst().octets());
        assertEquals(otherRoot.hash().value(), second.rootCaApprove().getFirst().octets());
        assertEquals(2L, second.quorum());
    }

    @Test
    void draftThatNobodySignedLosesItsNumberWhenWhatIsTrustedChanges() {
        DurableFiles diesAtTheList = (file, content) -> {
            if (file.toString().endsWith(".spdu")) {
                throw new IOException("the process died");
            }
            DurableFiles.onDisk().write(file, content);
        };
        assertThrows(Exception.class, () -> current(lists(diesAtTheList), electors, List.of(root)));
        FullIeeeTbsCtl next = current(lists(DurableFiles.onDisk()), electors, List.of(otherRoot));
        assertEquals(2, next.sequenceNumber().value());
    }

    @Test
    void oneElectorMayFail() {
        List<Elector> oneFails = List.of(failing(electors.get(0)), electors.get(1), electors.get(2));
        TrustListResult.Current result = assertInstanceOf(
                TrustListResult.Current.class, lists(DurableFiles.onDisk()).current(oneFails, List.of(root)));
        assertEquals(2, result.spdu().value().content().value().signatures().size());
    }

    @Test
    void withTwoFailingThereIsNoList() {
        List<Elector> twoFail = List.of(failing(electors.get(0)), electors.get(1), failing(electors.get(2)));
        TrustListResult.QuorumMissing missing = assertInstanceOf(
                TrustListResult.QuorumMissing.class,
                lists(DurableFiles.onDisk()).current(twoFail, List.of(root)));
        assertEquals(1, missing.signed());
        assertEquals(2, missing.reasons().size());
        assertInstanceOf(
                TrustListResult.Current.class, lists(DurableFiles.onDisk()).current(electors, List.of(root)));
    }

    @Test
    void newElectorsDoNotVoteThemselvesIn() {
        current(lists(DurableFiles.onDisk()), electors, List.of(root));
        KeyVault vault = vault("strangers");
        List<Elector> strangers =
                List.of(Elector.open(vault, 1, issuance()), Elector.open(vault, 2, issuance()), electors.getFirst());
        TrustListResult.QuorumMissing missing = assertInstanceOf(
                TrustListResult.QuorumMissing.class,
                lists(DurableFiles.onDisk()).current(strangers, List.of(root)));
        assertEquals(1, missing.signed());
    }

    @Test
    void signatureCountsOnceAndOnlyUnderItsList() {
        Encoded<FullIeeeTbsCtl> one = draft(List.of(root));
        Encoded<FullIeeeTbsCtl> other = draft(List.of(otherRoot));
        TrustListAssembly assembly = new TrustListAssembly(
                one, electors.stream().map(Elector::certificate).toList(), 2, new BouncyCastleVerifier());
        assertEquals(Optional.empty(), assembly.offer(electors.get(0).sign(one)));
        assertEquals(Optional.empty(), assembly.offer(electors.get(0).sign(one)));
        assertEquals(1, assembly.signed());
        assertEquals(Optional.empty(), assembly.complete(List.of(root)));
        assertTrue(assembly.offer(electors.get(1).sign(other)).orElseThrow().endsWith("signed another list"));
        Elector forger =
                new Elector(electors.get(1).certificate(), electors.get(2).signer());
        assertTrue(assembly.offer(forger.sign(one)).orElseThrow().endsWith("does not verify"));
        assertEquals(1, assembly.signed());
        assertEquals(Optional.empty(), assembly.offer(electors.get(2).sign(one)));
        assertTrue(assembly.complete(List.of(root)).isPresent());
    }

    @Test
    void groupsThatCouldSignTwoListsAreNotConfigured() {
        assertThrows(IllegalArgumentException.class, () -> new TrustListSettings(SETTINGS.series(), 2, 2));
        assertThrows(IllegalArgumentException.class, () -> new TrustListSettings(SETTINGS.series(), 4, 2));
        assertThrows(IllegalArgumentException.class, () -> new TrustListSettings(SETTINGS.series(), 3, 1));
        assertThrows(IllegalArgumentException.class, () -> new TrustListSettings(SETTINGS.series(), 3, 4));
    }

    private Encoded<FullIeeeTbsCtl> draft(List<HashedCertificate> roots) {
        TrustLists elsewhere = new TrustLists(
                new DurableFolder(
                        DurableFiles.onDisk(),
                        folder.resolve(roots.getFirst().id().toString())),
                SETTINGS,
                new BouncyCastleVerifier(),
                CLOCK);
        TrustListResult.Current result =
                assertInstanceOf(TrustListResult.Current.class, elsewhere.current(electors, roots));
        return ((MultiSignedCtl.FullIeeeCtl) result.spdu().value().content().value()).tbsCtl();
    }

    private static FullIeeeTbsCtl current(TrustLists lists, List<Elector> electors, List<HashedCertificate> roots) {
        TrustListResult.Current result =
                assertInstanceOf(TrustListResult.Current.class, lists.current(electors, roots));
        return ((MultiSignedCtl.FullIeeeCtl) result.spdu().value().content().value())
                .tbsCtl()
                .value();
    }

    private TrustLists lists(DurableFiles files) {
        return new TrustLists(
                new DurableFolder(files, folder.resolve("lists")), SETTINGS, new BouncyCastleVerifier(), CLOCK);
    }

    private CertificateIssuance issuance() {
        return new CertificateIssuance(
                new IssueRegister(new DurableFolder(DurableFiles.onDisk(), folder.resolve("register"))),
                ProfileSettings.usual(),
                new BouncyCastleVerifier(),
                CLOCK);
    }

    private static KeyVault vault(String name) {
        Map<String, KeyPolicy> policies = new HashMap<>();
        KeyPolicy all = new KeyPolicy(Set.of(MessageKind.CERTIFICATE, MessageKind.CERTIFICATE_TRUST_LIST), 1000, 1000);
        List.of("root-1", "elector-1", "elector-2", "elector-3").forEach(label -> policies.put(label, all));
        return PolicedVault.over(TestTrust.memory(name, CLOCK), false, policies, new MemoryCounters(), CLOCK);
    }

    private static Elector failing(Elector elector) {
        return new Elector(elector.certificate(), new Signer() {
            @Override
            public PublicPoint publicKey() {
                return elector.signer().publicKey();
            }

            @Override
            public EcSignature sign(Digest digest) {
                throw new SigningKeyUnavailableException("the elector is away", new IllegalStateException());
            }
        });
    }
}
