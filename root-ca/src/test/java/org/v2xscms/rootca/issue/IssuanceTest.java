package org.v2xscms.rootca.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration.Years;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnCountryId;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.hsm.KeyVault;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.policy.MemoryCounters;
import org.v2xscms.hsm.policy.PolicedVault;
import org.v2xscms.rootca.TestTrust;
import org.v2xscms.rootca.ceremony.Ceremony;
import org.v2xscms.rootca.ceremony.CeremonySettings;
import org.v2xscms.rootca.profile.AuthorityRole;
import org.v2xscms.rootca.profile.Lifetimes;
import org.v2xscms.rootca.profile.ProfileSettings;
import org.v2xscms.rootca.request.AuthorityRequest;
import org.v2xscms.rootca.request.SignedAuthorityRequest;

class IssuanceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final KeyPair KEYS = KeyPair.generate(Curve.NIST_P256, RANDOM);

    @TempDir
    private Path folder;

    private final KeyVault vault = PolicedVault.over(
            TestTrust.memory("root-ca", InstantSource.fixed(NOW)),
            false,
            Ceremony.policies(CeremonySettings.usual().trustList()),
            new MemoryCounters(),
            InstantSource.fixed(NOW));

    @Test
    void requestSignedAnewIsTheSameRequest() {
        IntermediateCa ica = ica(ProfileSettings.usual(), NOW);
        IssueResult first = ica.issue(request());
        IssueResult again =
                ica(ProfileSettings.usual(), NOW.plus(Duration.ofDays(1))).issue(request());
        assertInstanceOf(IssueResult.Issued.class, first);
        assertEquals(first, again);
    }

    @Test
    void certificateThatWouldOutliveItsIssuerIsRefusedAndLeavesNothing() throws Exception {
        Lifetimes usual = Lifetimes.usual();
        ProfileSettings tooLong = with(
                new Lifetimes(
                        usual.root(),
                        usual.ica(),
                        new Years(21),
                        usual.aca(),
                        usual.ra(),
                        usual.la(),
                        usual.ma(),
                        usual.crlSigner(),
                        usual.elector()),
                null);
        IntermediateCa ica = ica(tooLong, NOW);
        long before = registered();
        IssueResult.Refused refused = assertInstanceOf(IssueResult.Refused.class, ica.issue(request()));
        assertTrue(refused.reason().contains("validity lies inside the issuer's"), refused.reason());
        assertEquals(before, registered());
    }

    @Test
    void regionIsThatOfTheSettingsBelowTheRoot() {
        GeographicRegion country = new GeographicRegion.IdentifiedRegions(List.of(new UnCountryId(840)));
        IntermediateCa ica = ica(with(Lifetimes.usual(), country), NOW);
        IssueResult.Issued issued = assertInstanceOf(IssueResult.Issued.class, ica.issue(request()));
        assertEquals(
                country, issued.certificate().certificate().toBeSigned().value().region());
        assertEquals(
                country, ica.certificate().certificate().toBeSigned().value().region());
    }

    @Test
    void subordinateNeverBeginsBeforeItsIssuer() {
        IntermediateCa ica = ica(ProfileSettings.usual(), NOW);
        IntermediateCa clockWentBack = ica(ProfileSettings.usual(), NOW.minus(Duration.ofDays(3)));
        IssueResult.Issued issued = assertInstanceOf(IssueResult.Issued.class, clockWentBack.issue(request()));
        assertEquals(
                ica.certificate()
                        .certificate()
                        .toBeSigned()
                        .value()
                        .validityPeriod()
                        .start(),
                issued.certificate()
                        .certificate()
                        .toBeSigned()
                        .value()
                        .validityPeriod()
                        .start());
    }

    @Test
    void damagedRegisterIsNotReadOver() throws Exception {
        ica(ProfileSettings.usual(), NOW);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        assertThrows(IllegalStateException.class, () -> ica(ProfileSettings.usual(), NOW));
    }

    @Test
    void keyOfAnotherKindUnderTheLabelIsNotUsed() {
        vault.generatePair(PairSpec.agreement(RootCa.KEY, Curve.NIST_P256));
        assertThrows(IllegalStateException.class, () -> ica(ProfileSettings.usual(), NOW));
    }

    private static ProfileSettings with(Lifetimes lifetimes, @Nullable GeographicRegion region) {
        ProfileSettings usual = ProfileSettings.usual();
        return new ProfileSettings(lifetimes, usual.backdate(), region, usual.reportedPsids(), usual.crlSeries());
    }

    private IntermediateCa ica(ProfileSettings settings, Instant at) {
        CertificateIssuance issuance = new CertificateIssuance(
                new IssueRegister(new DurableFolder(DurableFiles.onDisk(), folder)),
                settings,
                new BouncyCastleVerifier(),
                InstantSource.fixed(at));
        return IntermediateCa.open(vault, "ica", RootCa.open(vault, "root", issuance), issuance);
    }

    private static Octets request() {
        return SignedAuthorityRequest.of(
                AuthorityRequest.of(AuthorityRole.ECA, "eca", KEYS.publicKey(), KEYS.publicKey(), null),
                SoftwareSigner.hedged(KEYS, RANDOM));
    }

    private long registered() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
