package org.v2xscms.ra;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.authority.AuthoritySchema;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.exchange.BackEndService;
import org.v2xscms.kernel.exchange.Peers;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.exchange.SecuredExchange;
import org.v2xscms.kernel.exchange.Trust;
import org.v2xscms.kernel.operator.Operators;
import org.v2xscms.kernel.operator.WarrantBudget;
import org.v2xscms.ra.block.Blocking;
import org.v2xscms.ra.block.RaBackEnd;
import org.v2xscms.ra.device.Devices;
import org.v2xscms.ra.provisioning.AcaRequests;
import org.v2xscms.ra.provisioning.CertificateAuthority;
import org.v2xscms.ra.provisioning.Mixer;
import org.v2xscms.ra.provisioning.PreLinkage;
import org.v2xscms.ra.provisioning.Provisioning;
import org.v2xscms.ra.provisioning.Retention;
import org.v2xscms.ra.provisioning.WeekPreparation;
import org.v2xscms.ra.publication.Publications;
import org.v2xscms.ra.successor.SuccessorForwarding;

/** What faces the other authorities. */
@Configuration(proxyBeanMethods = false)
class ProvisioningBeans {

    @Bean
    AuthoritySchema authoritySchema() {
        return new AuthoritySchema("ra", "classpath:org/v2xscms/ra/migrations");
    }

    @Bean
    PreLinkage preLinkage(Peers peers, Trust trust) {
        return new PreLinkage(authority("la1", peers, trust), authority("la2", peers, trust));
    }

    private static PreLinkage.LinkageAuthority authority(String name, Peers peers, Trust trust) {
        int number = Role.ssp(trust.require(name))
                .filter(SecurityMgmtSsp.La.class::isInstance)
                .map(ssp -> ((SecurityMgmtSsp.La) ssp).ssp().laId())
                .orElseThrow(
                        () -> new IllegalStateException("the certificate of " + name + " is no linkage authority's"));
        LaId id = new LaId(Octets.of((byte) (number >>> 8), (byte) number));
        return new PreLinkage.LinkageAuthority(peers.client(name, Role.LA), id);
    }

    @Bean
    WeekPreparation weekPreparation(
            AuthorityDatabase database,
            Devices devices,
            PreLinkage linkage,
            IPeriods periods,
            InstantSource clock,
            RaSettings settings,
            CrashPoints crash) {
        return new WeekPreparation(
                database, devices, linkage, new AcaRequests(periods, clock), periods, clock, settings, crash);
    }

    @Bean
    Mixer mixer(RaSettings settings, InstantSource clock, SecureRandom random, MeterRegistry meters) {
        return new Mixer(settings.mix(), clock, random, meters);
    }

    @Bean
    Provisioning provisioning(
            AuthorityDatabase database,
            Devices devices,
            WeekPreparation preparation,
            Mixer mixer,
            Peers peers,
            CrashPoints crash,
            MeterRegistry meters) {
        return new Provisioning(
                database,
                devices,
                preparation,
                mixer,
                new CertificateAuthority(peers.client("pca", Role.ACA)),
                crash,
                meters);
    }

    @Bean
    Worker worker(
            Provisioning provisioning,
            AuthorityDatabase database,
            Devices devices,
            Peers peers,
            IPeriods periods,
            InstantSource clock,
            RaSettings settings) {
        return new Worker(
                provisioning,
                new SuccessorForwarding(database, devices, peers.client("eca", Role.ECA)),
                new Retention(database, periods, clock),
                settings);
    }

    @Bean
    BackEndService raBackEnd(
            AuthorityDatabase database,
            Devices devices,
            SecuredExchange exchange,
            AuthorityIdentity own,
            Operators operators,
            WarrantBudget budget,
            PreLinkage linkage,
            AuditLog audit,
            RaSettings settings,
            CrashPoints crash,
            Publications publications) {
        return new RaBackEnd(
                new Blocking(database, devices, exchange, own, operators, budget, linkage, audit, settings, crash),
                publications);
    }
}
