package org.v2xscms.ma;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.v2xscms.application.report.ReportLimits;
import org.v2xscms.crypto.linkage.LinkageRules;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.VaultResult;
import org.v2xscms.hsm.VaultSigner;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.authority.AuthorityKeys;
import org.v2xscms.kernel.authority.AuthorityRim;
import org.v2xscms.kernel.authority.AuthoritySchema;
import org.v2xscms.kernel.authority.AuthoritySettings;
import org.v2xscms.kernel.authority.AuthorityStart;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.exchange.BackEndController;
import org.v2xscms.kernel.exchange.Peers;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.exchange.SecuredExchange;
import org.v2xscms.kernel.exchange.Trust;
import org.v2xscms.kernel.operator.Operators;
import org.v2xscms.ma.cases.Approvals;
import org.v2xscms.ma.cases.Cases;
import org.v2xscms.ma.crl.CrlIssue;
import org.v2xscms.ma.crl.CrlSettings;
import org.v2xscms.ma.crl.CrlSigning;
import org.v2xscms.ma.crl.CurrentPeriod;
import org.v2xscms.ma.crl.Revocations;
import org.v2xscms.ma.evidence.ReportExaminer;
import org.v2xscms.ma.intake.ReportIntake;
import org.v2xscms.ma.intake.ReportService;
import org.v2xscms.ma.operator.CaseViews;
import org.v2xscms.ma.operator.OperatorController;
import org.v2xscms.ma.resolution.BackgroundWork;
import org.v2xscms.ma.resolution.Counterparts;
import org.v2xscms.ma.resolution.Resolution;
import org.v2xscms.ma.resolution.RevocationWork;
import org.v2xscms.ma.resolution.StepRecords;

/** The misbehaviour authority with the CRL signer: an application of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(MaSettings.class)
@Import({AuthorityRim.class, BackEndController.class, OperatorController.class})
public class MisbehaviorAuthorityMain {

    /** The file of the CRL signer's certificate, without its suffix. */
    private static final String CRL_SIGNER = "crlsigner";

    public static void main(String[] arguments) {
        AuthorityStart.main(MisbehaviorAuthorityMain.class, arguments);
    }

    @Bean
    AuthoritySchema authoritySchema() {
        return new AuthoritySchema("ma", "classpath:org/v2xscms/ma/migrations");
    }

    @Bean
    Cases cases(AuthorityDatabase database, AuditLog audit, SecureRandom random) {
        return new Cases(database, audit, random);
    }

    @Bean
    Approvals approvals(AuthorityDatabase database, AuditLog audit, Cases cases, Operators operators) {
        return new Approvals(database, audit, cases, operators);
    }

    @Bean
    LinkageRules linkageRules(MaSettings settings) {
        return LinkageRules.CAMP.with(settings.profile());
    }

    @Bean
    CurrentPeriod currentPeriod(IPeriods periods, InstantSource clock) {
        return new CurrentPeriod(periods, clock);
    }

    @Bean
    Revocations revocations(AuthorityDatabase database, LinkageRules rules) {
        return new Revocations(database, rules);
    }

    @Bean
    CrlSigning crlSigning(AuthorityKeys keys, Trust trust, LinkageRules rules, InstantSource clock) {
        if (!(keys.vault().find(AuthorityKeys.CRL_SIGNING) instanceof VaultResult.Done<VaultKey>(VaultKey.Pair key))) {
            throw new IllegalStateException("the token holds no key " + AuthorityKeys.CRL_SIGNING);
        }
        return new CrlSigning(
                trust.require(CRL_SIGNER), new VaultSigner(keys.vault(), key, MessageKind.CRL), trust, rules, clock);
    }

    @Bean
    CrlIssue crlIssue(
            AuthoritySettings authority,
            MaSettings settings,
            LinkageRules rules,
            CurrentPeriod period,
            CrlSigning signing,
            AuthorityDatabase database,
            AuditLog audit,
            Cases cases,
            Trust trust,
            Peers peers,
            CrashPoints crashes) {
        CrlSettings crl = new CrlSettings(
                trust.require("root").id(),
                settings.crl().pseudonymSeries(),
                settings.crl().applicationSeries(),
                settings.crl().interval(),
                settings.crl().validity(),
                authority.trust().resolve("crl"));
        return new CrlIssue(crl, rules, period, signing, database, audit, cases, peers.client("ra", Role.RA), crashes);
    }

    @Bean
    StepRecords stepRecords(AuthorityDatabase database, AuditLog audit) {
        return new StepRecords(database, audit);
    }

    @Bean
    Resolution resolution(
            StepRecords records,
            Approvals approvals,
            Revocations revocations,
            Trust trust,
            Peers peers,
            SecuredExchange exchange,
            CurrentPeriod period,
            MaSettings settings,
            CrashPoints crashes) {
        return new Resolution(
                records,
                approvals,
                revocations,
                Counterparts.of(trust, peers),
                exchange,
                period,
                settings.crl().pseudonymSeries(),
                crashes);
    }

    @Bean
    RevocationWork revocationWork(Cases cases, Resolution resolution, CrlIssue lists) {
        return new RevocationWork(cases, resolution, lists);
    }

    @Bean
    BackgroundWork backgroundWork(RevocationWork work, MaSettings settings) {
        return new BackgroundWork(work, settings.retry(), settings.background());
    }

    @Bean
    ReportExaminer reportExaminer(AuthorityIdentity own, Trust trust, CrlIssue lists, InstantSource clock) {
        return new ReportExaminer(own, trust, lists.revocation(), ReportLimits.STANDARD, clock);
    }

    @Bean
    ReportIntake reportIntake(
            AuthorityDatabase database,
            Cases cases,
            ReportExaminer examiner,
            MaSettings settings,
            MeterRegistry meters,
            CrashPoints crashes) {
        return new ReportIntake(database, cases, examiner, settings.intake().limits(), meters, crashes);
    }

    @Bean
    ReportService reportService(ReportIntake intake) {
        return new ReportService(intake);
    }

    @Bean
    CaseViews caseViews(AuthorityDatabase database, Cases cases, Approvals approvals, StepRecords records) {
        return new CaseViews(database, cases, approvals, records);
    }
}
