package org.v2xscms.eca;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.eca.device.DeviceController;
import org.v2xscms.eca.device.Devices;
import org.v2xscms.eca.issue.EnrollmentIssuer;
import org.v2xscms.eca.issue.Enrollments;
import org.v2xscms.eca.issue.IssuerChain;
import org.v2xscms.eca.request.EnrollmentRules;
import org.v2xscms.eca.request.RequestLimits;
import org.v2xscms.eca.successor.SuccessorEnrollments;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.authority.AuthorityRim;
import org.v2xscms.kernel.authority.AuthoritySchema;
import org.v2xscms.kernel.authority.AuthoritySettings;
import org.v2xscms.kernel.authority.AuthorityStart;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.exchange.BackEndController;
import org.v2xscms.kernel.exchange.BackEndService;
import org.v2xscms.kernel.exchange.Trust;
import org.v2xscms.kernel.intent.IntentStore;

/** An enrolment CA. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EntityScan(basePackageClasses = EnrollmentCaMain.class)
@EnableConfigurationProperties(EnrollmentSettings.class)
@Import({AuthorityRim.class, BackEndController.class, EnrollmentController.class, DeviceController.class})
public class EnrollmentCaMain {

    /** Calendar years are not longer, with their leap days. */
    private static final Duration LONGEST_YEAR = Duration.ofDays(366);

    /** Starts an enrolment CA from a file of settings. */
    public static void main(String[] arguments) {
        AuthorityStart.main(EnrollmentCaMain.class, arguments);
    }

    @Bean
    AuthoritySchema authoritySchema() {
        return new AuthoritySchema("eca", "classpath:org/v2xscms/eca/migrations");
    }

    @Bean
    IssuerChain issuerChain(AuthorityIdentity own, Trust trust) {
        return IssuerChain.of(own.certificate(), trust.store());
    }

    @Bean
    Devices devices(AuthorityDatabase database, AuditLog audit) {
        return new Devices(database, audit);
    }

    @Bean
    EnrollmentRules enrollmentRules(EnrollmentSettings settings, IssuerChain chain, InstantSource clock) {
        return new EnrollmentRules(settings.profile(), chain.cracaId(), chain.start(), clock);
    }

    @Bean
    RequestLimits requestLimits(
            AuthorityDatabase database, InstantSource clock, AuthoritySettings authority, EnrollmentSettings settings) {
        return new RequestLimits(database, clock, authority.tolerance(), settings.limits());
    }

    @Bean
    EnrollmentIssuer enrollmentIssuer(AuthorityIdentity own, IssuerChain chain, SignatureVerifier verifier) {
        return new EnrollmentIssuer(own, chain, verifier);
    }

    @Bean
    IntentStore intentStore(
            AuthorityDatabase database,
            AuditLog audit,
            EnrollmentIssuer issuer,
            CrashPoints crashPoints,
            EnrollmentSettings settings,
            SecureRandom random) {
        return new IntentStore(database, audit, issuer, crashPoints, settings.retry(), random);
    }

    @Bean
    Enrollments enrollments(
            Devices devices,
            EnrollmentRules rules,
            RequestLimits limits,
            EnrollmentIssuer issuer,
            IntentStore intents,
            SignatureVerifier verifier,
            InstantSource clock,
            EnrollmentSettings settings) {
        Enrollments.Retention retention =
                new Enrollments.Retention(LONGEST_YEAR.multipliedBy(settings.years()), settings.retry());
        return new Enrollments(devices, rules, limits, issuer, intents, verifier, clock, retention);
    }

    /** Before the first request is taken, what a crash left is finished. */
    @Bean
    InitializingBean recovery(Enrollments enrollments) {
        return enrollments::recover;
    }

    @Bean
    BackEndService backEndService(Enrollments enrollments) {
        return new SuccessorEnrollments(enrollments);
    }
}
