package org.v2xscms.hsm.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.v2xscms.hsm.contract.Answers.done;
import static org.v2xscms.hsm.contract.Answers.refused;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.ecqv.EcqvKeys;
import org.v2xscms.crypto.ecqv.EcqvReconstruction;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.hsm.Capability;
import org.v2xscms.hsm.ImplicitIssue;
import org.v2xscms.hsm.KeyPurpose;
import org.v2xscms.hsm.KeyVault;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.Refusal;
import org.v2xscms.hsm.Token;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.VaultState;
import org.v2xscms.hsm.policy.KeyPolicy;
import org.v2xscms.hsm.policy.MemoryCounters;
import org.v2xscms.hsm.policy.PolicedVault;

/** The promises of {@link KeyVault}. A token states what it lacks, and then the exact refusal is asserted. */
abstract class KeyVaultContract {

    private static final Map<String, KeyPolicy> POLICIES = Map.of(
            "signing",
            new KeyPolicy(Set.of(MessageKind.CERTIFICATE, MessageKind.CRL), 100_000, 100_000),
            "moved",
            KeyPolicy.of(MessageKind.CERTIFICATE, 100),
            "slow",
            new KeyPolicy(Set.of(MessageKind.CRL), 2, 1),
            "agreement",
            KeyPolicy.of(MessageKind.CERTIFICATE, 100));

    private final SecureRandom random = new SecureRandom();
    private final BouncyCastleVerifier verifier = new BouncyCastleVerifier();
    private final TestClock clock = new TestClock();
    private Token token;
    private KeyVault vault;

    /** Opens the token; keys made through an earlier opening are still there. */
    abstract Token open() throws Exception;

    /** What this token is known to lack. */
    abstract Set<Capability> lacks();

    KeyVaultContract() {}

    @BeforeEach
    void openVault() throws Exception {
        token = open();
        vault = PolicedVault.over(token, false, POLICIES, new MemoryCounters(), clock);
    }

    @AfterEach
    void destroyKeys() {
        for (VaultKey key : done(vault.keys())) {
            done(vault.destroy(key));
        }
        vault.close();
    }

    @Test
    void capabilitiesAreWhatIsKnownOfThisToken() {
        Set<Capability> missing = EnumSet.noneOf(Capability.class);
        for (Capability capability : Capability.values()) {
            if (!done(vault.capabilities()).has(capability)) {
                missing.add(capability);
            }
        }
        assertEquals(lacks(), missing);
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void signaturesOnEachCurveVerifyOrAreRefusedWithAnAlternative(Curve curve) {
        PairSpec spec = PairSpec.signing("signing", curve);
        if (lacks().contains(Capability.signing(curve))) {
            Refusal.Unsupported refusal = refused(Refusal.Unsupported.class, vault.generatePair(spec));
            assertEquals(Capability.signing(curve), refusal.capability());
            assertFalse(refusal.reason().isBlank());
            assertFalse(refusal.instead().isBlank());
            return;
        }
        VaultKey.Pair key = done(vault.generatePair(spec));
        Digest digest = digest(curve, "tbs");
        EcSignature signature = done(vault.sign(key, MessageKind.CERTIFICATE, digest));
        assertEquals(curve.octets(), signature.r().length());
        assertEquals(curve.octets(), signature.s().length());
        assertTrue(verifier.verify(key.publicKey(), digest, signature).isValid());
        assertFalse(verifier.verify(key.publicKey(), digest(curve, "other"), signature)
                .isValid());
    }

    @Test
    void aKeyIsFoundByLabelAndIdAndOutlivesTheProcess() throws Exception {
        VaultKey.Pair key = done(vault.generatePair(PairSpec.signing("signing", Curve.NIST_P256)));
        assertEquals(key, done(vault.find("signing")));
        vault.close();
        openVault();
        assertEquals(key, done(vault.find("signing")));
        assertEquals(key, done(vault.findById(key.id())));
        done(vault.sign(key, MessageKind.CRL, digest(Curve.NIST_P256, "crl")));
    }

    @Test
    void aLabelIsGivenOnce() {
        done(vault.generatePair(PairSpec.signing("signing", Curve.NIST_P256)));
        Refusal.PolicyRefused refusal = refused(
                Refusal.PolicyRefused.class, vault.generatePair(PairSpec.agreement("signing", Curve.NIST_P256)));
        assertEquals(Refusal.Rule.LABEL_TAKEN, refusal.rule());
    }

    @Test
    void eachKeyHasOnePurpose() {
        VaultKey.Pair signing = done(vault.generatePair(PairSpec.signing("signing", Curve.NIST_P256)));
        VaultKey.Pair agreement = done(vault.generatePair(PairSpec.agreement("agreement", Curve.NIST_P256)));
        assertEquals(
                Refusal.Rule.PURPOSE,
                refused(
                                Refusal.PolicyRefused.class,
                                vault.sign(agreement, MessageKind.CERTIFICATE, digest(Curve.NIST_P256, "x")))
                        .rule());
        assertEquals(
                Refusal.Rule.PURPOSE,
                refused(Refusal.PolicyRefused.class, vault.agree(signing, Curve.NIST_P256.generator()))
                        .rule());
    }

    @Test
    void aKeyDescribedWithAnotherPurposeThanTheTokenHoldsIsMissing() {
        VaultKey.Pair agreement = done(vault.generatePair(PairSpec.agreement("agreement", Curve.NIST_P256)));
        VaultKey.Pair forged =
                new VaultKey.Pair(agreement.id(), agreement.label(), KeyPurpose.SIGNING, agreement.publicKey(), false);
        refused(Refusal.KeyMissing.class, vault.sign(forged, MessageKind.CERTIFICATE, digest(Curve.NIST_P256, "x")));
    }

    @Test
    void onlyAllowedMessageKindsAreSigned() {
        VaultKey.Pair key = done(vault.generatePair(PairSpec.signing("signing", Curve.NIST_P256)));
        Refusal.PolicyRefused refusal = refused(
                Refusal.PolicyRefused.class,
                vault.sign(key, MessageKind.CERTIFICATE_TRUST_LIST, digest(Curve.NIST_P256, "x")));
        assertEquals(Refusal.Rule.MESSAGE_KIND, refusal.rule());
        assertEquals(0, vault.signatureCount(key));
    }

    @Test
    void aKeyWithoutPolicySignsNothing() {
        VaultKey.Pair key = done(vault.generatePair(PairSpec.signing("unknown", Curve.NIST_P256)));
        assertEquals(
                Refusal.Rule.NO_POLICY,
                refused(Refusal.PolicyRefused.class, vault.sign(key, MessageKind.CRL, digest(Curve.NIST_P256, "x")))
                        .rule());
    }

    @Test
    void theRateOfAKeyIsLimitedAndRecoversWithTime() {
        VaultKey.Pair key = done(vault.generatePair(PairSpec.signing("slow", Curve.NIST_P256)));
        Digest digest = digest(Curve.NIST_P256, "x");
        done(vault.sign(key, MessageKind.CRL, digest));
        assertEquals(
                Refusal.Rule.RATE,
                refused(Refusal.PolicyRefused.class, vault.sign(key, MessageKind.CRL, digest))
                        .rule());
        clock.advance(Duration.ofMillis(500));
        done(vault.sign(key, MessageKind.CRL, digest));
        assertEquals(2, vault.signatureCount(key));
    }

    @Test
    void nonExtractableMeansNonExtractable() {
        VaultKey.Pair key = done(vault.generatePair(PairSpec.signing("signing", Curve.NIST_P256)));
        assertFalse(key.extractable());
        VaultKey.Wrapping wrapping = refusesToWrap()
                ? new VaultKey.Wrapping(Octets.of((byte) 1), "kek")
                : done(vault.generateWrapping("kek"));
        Refusal.PolicyRefused refusal = refused(Refusal.PolicyRefused.class, vault.wrap(wrapping, key));
        assertEquals(Refusal.Rule.NON_EXTRACTABLE, refusal.rule());
        VaultKey.Pair forged = new VaultKey.Pair(key.id(), key.label(), key.purpose(), key.publicKey(), true);
        if (!lacks().contains(Capability.WRAP)) {
            refused(Refusal.KeyMissing.class, vault.wrap(wrapping, forged));
        }
    }

    @Test
    void aWrappedKeyComesBackAndSigns() {
        if (refusesToWrap()) {
            return;
        }
        VaultKey.Wrapping wrapping = done(vault.generateWrapping("kek"));
        VaultKey.Pair key =
                done(vault.generatePair(new PairSpec("signing", Curve.NIST_P256, KeyPurpose.SIGNING, true)));
        Octets wrapped = done(vault.wrap(wrapping, key));
        PairSpec spec = PairSpec.signing("moved", Curve.NIST_P256);
        VaultKey.Pair moved = done(vault.unwrap(wrapping, wrapped, spec, key.publicKey()));
        assertEquals(key.publicKey(), moved.publicKey());
        assertFalse(moved.extractable());
        Digest digest = digest(Curve.NIST_P256, "x");
        EcSignature signature = done(vault.sign(moved, MessageKind.CERTIFICATE, digest));
        assertTrue(verifier.verify(key.publicKey(), digest, signature).isValid());
    }

    @Test
    void aWrappedKeyUnderTheWrongPublicPointIsRefusedAndLeavesNothing() {
        if (refusesToWrap()) {
            return;
        }
        VaultKey.Wrapping wrapping = done(vault.generateWrapping("kek"));
        VaultKey.Pair key =
                done(vault.generatePair(new PairSpec("signing", Curve.NIST_P256, KeyPurpose.SIGNING, true)));
        Octets wrapped = done(vault.wrap(wrapping, key));
        PublicPoint other = KeyPair.generate(Curve.NIST_P256, random).publicKey();
        PairSpec spec = PairSpec.signing("moved", Curve.NIST_P256);
        refused(Refusal.InvalidInput.class, vault.unwrap(wrapping, wrapped, spec, other));
        refused(Refusal.KeyMissing.class, vault.find("moved"));
    }

    @Test
    void agreementGivesTheSameSecretOnBothSides() {
        VaultKey.Pair key = done(vault.generatePair(PairSpec.agreement("agreement", Curve.NIST_P256)));
        try (KeyPair peer = KeyPair.generate(Curve.NIST_P256, random);
                SecretOctets ours = done(vault.agree(key, peer.publicKey()));
                SecretOctets theirs = peer.privateKey().agree(key.publicKey())) {
            assertEquals(theirs, ours);
        }
    }

    @Test
    void aPointOfAnotherCurveIsRefused() {
        VaultKey.Pair key = done(vault.generatePair(PairSpec.agreement("agreement", Curve.NIST_P256)));
        refused(Refusal.InvalidInput.class, vault.agree(key, Curve.NIST_P384.generator()));
    }

    @Test
    void aDestroyedKeyIsGone() {
        VaultKey.Pair key = done(vault.generatePair(PairSpec.signing("signing", Curve.NIST_P256)));
        done(vault.sign(key, MessageKind.CRL, digest(Curve.NIST_P256, "x")));
        done(vault.destroy(key));
        refused(Refusal.KeyMissing.class, vault.find("signing"));
        refused(Refusal.KeyMissing.class, vault.sign(key, MessageKind.CRL, digest(Curve.NIST_P256, "x")));
        refused(Refusal.KeyMissing.class, vault.destroy(key));
        assertEquals(1, vault.signatureCount(key));
    }

    @Test
    void implicitCertificatesCompleteTheRequestersKeyOrAreRefusedForExplicitOnes() {
        VaultKey.Pair issuer = done(vault.generatePair(PairSpec.signing("signing", Curve.NIST_P256)));
        try (KeyPair requester = KeyPair.generate(Curve.NIST_P256, random)) {
            ImplicitIssue.CertificateHash hash =
                    point -> digest(Curve.NIST_P256, point.compressed().hex());
            if (lacks().contains(Capability.ISSUE_IMPLICIT)) {
                Refusal.Unsupported refusal =
                        refused(Refusal.Unsupported.class, vault.issueImplicit(issuer, requester.publicKey(), hash));
                assertTrue(refusal.instead().contains("explicit certificates"), refusal.instead());
                return;
            }
            ImplicitIssue issued = done(vault.issueImplicit(issuer, requester.publicKey(), hash));
            EcqvKeys completed = EcqvReconstruction.keys(
                    requester.privateKey(),
                    issued.privateReconstruction(),
                    issued.reconstructionPoint(),
                    hash.of(issued.reconstructionPoint()),
                    issuer.publicKey());
            assertInstanceOf(EcqvKeys.Reconstructed.class, completed);
            assertEquals(1, vault.signatureCount(issuer));
        }
    }

    @Test
    void hundredsOfVirtualThreadsGetOneSignatureEach() throws Exception {
        VaultKey.Pair key = done(vault.generatePair(PairSpec.signing("signing", Curve.NIST_P256)));
        List<Future<Boolean>> signed = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 300; i++) {
                Digest digest = digest(Curve.NIST_P256, "message " + i);
                signed.add(callers.submit(() -> verifier.verify(
                                key.publicKey(), digest, done(vault.sign(key, MessageKind.CERTIFICATE, digest)))
                        .isValid()));
            }
        }
        for (Future<Boolean> each : signed) {
            assertTrue(each.get());
        }
        assertEquals(300, vault.signatureCount(key));
        assertEquals(300, vault.health().counters().delivered());
        assertEquals(VaultState.USABLE, vault.health().state());
    }

    @Test
    void theProductionProfileTakesHardwareOnly() {
        if (token.hardware()) {
            assertEquals(
                    token.name(),
                    PolicedVault.over(token, true, POLICIES, new MemoryCounters(), clock)
                            .health()
                            .token());
        } else {
            IllegalStateException refusal = assertThrows(
                    IllegalStateException.class,
                    () -> PolicedVault.over(token, true, POLICIES, new MemoryCounters(), clock));
            assertTrue(String.valueOf(refusal.getMessage()).contains("HSM only"), refusal.getMessage());
            assertTrue(vault.health().reason().contains("NOT an HSM"));
        }
    }

    /** For a token without key wrap, asserts that it says so. */
    private boolean refusesToWrap() {
        boolean lacking = lacks().contains(Capability.WRAP);
        if (lacking) {
            Refusal.Unsupported refusal = refused(Refusal.Unsupported.class, vault.generateWrapping("kek"));
            assertEquals(Capability.WRAP, refusal.capability());
        }
        return lacking;
    }

    private static Digest digest(Curve curve, String text) {
        return curve.hash().digest(Octets.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
