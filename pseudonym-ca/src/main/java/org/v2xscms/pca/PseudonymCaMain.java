package org.v2xscms.pca;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.authority.AuthorityRim;
import org.v2xscms.kernel.authority.AuthoritySchema;
import org.v2xscms.kernel.authority.AuthoritySecret;
import org.v2xscms.kernel.authority.AuthoritySettings;
import org.v2xscms.kernel.authority.AuthorityStart;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.exchange.BackEndController;
import org.v2xscms.kernel.exchange.BackEndService;
import org.v2xscms.kernel.exchange.Trust;
import org.v2xscms.kernel.http.LargestBody;
import org.v2xscms.kernel.intent.IntentStore;
import org.v2xscms.kernel.intent.Issuer;
import org.v2xscms.kernel.operator.Operators;
import org.v2xscms.kernel.operator.WarrantBudget;
import org.v2xscms.pca.certificate.CertificateIssuer;
import org.v2xscms.pca.certificate.CertificateRules;
import org.v2xscms.pca.certificate.IssuingAuthority;
import org.v2xscms.pca.issue.HaltController;
import org.v2xscms.pca.issue.Issuance;
import org.v2xscms.pca.issue.IssuanceHalt;
import org.v2xscms.pca.issue.IssuedCertificates;
import org.v2xscms.pca.issue.Recovery;
import org.v2xscms.pca.issue.SingleRequestController;
import org.v2xscms.pca.issue.Workers;
import org.v2xscms.pca.linkage.LinkageKeys;
import org.v2xscms.pca.linkage.LinkageValues;
import org.v2xscms.pca.request.IssuancePeriods;
import org.v2xscms.pca.request.RequestJudge;
import org.v2xscms.pca.resolve.Resolution;

/** The authorization CA of the system, which CAMP calls pseudonym CA. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EntityScan(basePackageClasses = PseudonymCaMain.class)
@EnableConfigurationProperties(IssuanceSettings.class)
@Import({AuthorityRim.class, BackEndController.class, SingleRequestController.class, HaltController.class})
public class PseudonymCaMain {

    /** A full batch of the largest requests, encrypted. */
    private static final long LARGEST_BATCH = 24L << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Starts the authority from a file of settings. */
    public static void main(String[] arguments) {
        AuthorityStart.main(PseudonymCaMain.class, arguments);
    }

    @Bean
    AuthoritySchema authoritySchema() {
        return new AuthoritySchema("pca", "classpath:org/v2xscms/pca/migrations");
    }

    @Bean
    LargestBody largestBody() {
        return new LargestBody(LARGEST_BATCH);
    }

    @Bean(destroyMethod = "close")
    AuthoritySecret authoritySecret(AuthoritySettings settings, AuthorityIdentity own, SecureRandom random) {
        return AuthoritySecret.open(settings.home().resolve("linkage.secret"), own, random);
    }

    @Bean
    IssuingAuthority issuingAuthority(AuthorityIdentity own, Trust trust) {
        return IssuingAuthority.of(own, trust);
    }

    @Bean
    LinkageKeys linkageKeys(AuthorityDatabase database, AuthoritySecret secret, AuditLog audit) {
        return new LinkageKeys(database, secret, audit);
    }

    @Bean
    CertificateRules certificateRules(IssuingAuthority issuer, IPeriods periods, IssuanceSettings settings) {
        return new CertificateRules(
                issuer,
                periods,
                settings.pseudonymPsids(),
                settings.applicationPsids(),
                new CrlSeries(settings.pseudonymCrlSeries()),
                new CrlSeries(settings.applicationCrlSeries()));
    }

    @Bean
    IssuancePeriods issuancePeriods(IPeriods periods, IssuanceSettings settings) {
        return new IssuancePeriods(periods, settings.horizon(), settings.applicationValidity(), settings.retention());
    }

    @Bean
    RequestJudge requestJudge(
            IssuingAuthority issuer,
            CertificateRules rules,
            LinkageKeys keys,
            IssuancePeriods periods,
            IssuanceSettings settings,
            InstantSource clock,
            SecureRandom random) {
        return new RequestJudge(issuer, rules, new LinkageValues(keys), periods, settings.implicit(), clock, random);
    }

    @Bean
    Issuer issuer(IssuingAuthority issuer, CertificateRules rules, SignatureVerifier verifier, SecureRandom random) {
        return new CertificateIssuer(issuer, rules, verifier, random);
    }

    @Bean
    IntentStore intentStore(
            AuthorityDatabase database, AuditLog audit, Issuer issuer, CrashPoints points, SecureRandom random) {
        return new IntentStore(database, audit, issuer, points, PATIENCE, random);
    }

    @Bean
    IssuedCertificates issuedCertificates(AuthorityDatabase database) {
        return new IssuedCertificates(database);
    }

    @Bean
    IssuanceHalt issuanceHalt(AuthorityDatabase database, AuditLog audit, IssuingAuthority issuer) {
        return new IssuanceHalt(database, audit, issuer.name());
    }

    @Bean(destroyMethod = "close")
    Workers workers(IssuanceSettings settings) {
        return new Workers(settings.threads());
    }

    @Bean
    Issuance issuance(
            IssuingAuthority issuer,
            IntentStore intents,
            IssuedCertificates issued,
            IssuanceHalt halt,
            Workers workers,
            Trust trust,
            InstantSource clock,
            IssuanceSettings settings) {
        return new Issuance(issuer, intents, issued, halt, workers, trust, clock, settings.batches());
    }

    @Bean
    Recovery recovery(
            Issuance issuance,
            IntentStore intents,
            IssuedCertificates issued,
            IssuancePeriods periods,
            InstantSource clock) {
        return new Recovery(issuance, intents, issued, periods, clock);
    }

    @Bean
    SingleRequestController.SingleRequestAge singleRequestAge(IssuanceSettings settings, AuthoritySettings authority) {
        return new SingleRequestController.SingleRequestAge(settings.requestAge(), authority.tolerance());
    }

    @Bean
    Resolution resolution(
            Operators operators,
            WarrantBudget budget,
            AuthorityDatabase database,
            AuditLog audit,
            IssuedCertificates issued,
            IssuanceSettings settings) {
        return new Resolution(operators, budget, database, audit, issued, settings.resolutionsPerDay());
    }

    @Bean
    BackEndService backEndService(
            Issuance issuance, RequestJudge judge, LinkageKeys linkageKeys, Resolution resolution) {
        return new PseudonymCa(issuance, judge, linkageKeys, resolution);
    }
}
