package org.v2xscms.la;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmetricEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmetricKeyOctets;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.authority.AuthorityRim;
import org.v2xscms.kernel.authority.AuthoritySchema;
import org.v2xscms.kernel.authority.AuthoritySecret;
import org.v2xscms.kernel.authority.AuthoritySettings;
import org.v2xscms.kernel.authority.AuthorityStart;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.exchange.BackEndController;
import org.v2xscms.kernel.exchange.BackEndService;
import org.v2xscms.kernel.exchange.Peers;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.exchange.SecuredExchange;
import org.v2xscms.kernel.operator.Operators;
import org.v2xscms.kernel.operator.WarrantBudget;
import org.v2xscms.la.chain.Chains;
import org.v2xscms.la.chain.PreLinkage;
import org.v2xscms.la.offer.KeyOffer;
import org.v2xscms.la.seed.SeedRelease;
import org.v2xscms.messages.LinkageKeyOffer;

/** A linkage authority: the same application is LA1 and LA2, told apart by name, certificate and database. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EntityScan(basePackageClasses = LinkageAuthorityMain.class)
@EnableConfigurationProperties(LinkageSettings.class)
@Import({AuthorityRim.class, BackEndController.class})
public class LinkageAuthorityMain {

    private static final int KEY_OCTETS = 16;

    /** Starts an authority from a file of settings. */
    public static void main(String[] arguments) {
        AuthorityStart.main(LinkageAuthorityMain.class, arguments);
    }

    @Bean
    AuthoritySchema authoritySchema() {
        return new AuthoritySchema("la", "classpath:org/v2xscms/la/migrations");
    }

    @Bean(destroyMethod = "close")
    AuthoritySecret authoritySecret(AuthoritySettings settings, AuthorityIdentity own, SecureRandom random) {
        return AuthoritySecret.open(settings.home().resolve("linkage.secret"), own, random);
    }

    /** The number in this authority's certificate. */
    @Bean
    LaId laId(AuthorityIdentity own) {
        if (Role.ssp(own.certificate()).orElse(null) instanceof SecurityMgmtSsp.La(var ssp)) {
            return new LaId(Octets.of((byte) (ssp.laId() >> 8), (byte) ssp.laId()));
        }
        throw new IllegalStateException(
                "the certificate " + own.certificate().id() + " is none of a linkage authority");
    }

    /** Shared with the ACA; the same as long as the home folder lives. */
    @Bean(destroyMethod = "close")
    SymmetricKey sharedKey(AuthoritySecret secret, LaId laId) {
        try (SecretOctets derived = secret.derive("pre-linkage key", laId.octets())) {
            return new SymmetricKey(SymmAlgorithm.AES128_CCM, derived.slice(0, KEY_OCTETS));
        }
    }

    @Bean
    Chains chains(
            AuthorityDatabase database,
            AuthoritySecret secret,
            SecureRandom random,
            LinkageSettings settings,
            LaId laId) {
        return new Chains(database, secret, random, settings.rules(), laId);
    }

    @Bean
    KeyOffer keyOffer(Peers peers, LaId laId, SymmetricKey sharedKey, LinkageSettings settings) {
        SymmetricEncryptionKey key =
                new SymmetricEncryptionKey.Aes128Ccm(sharedKey.octets().lend(SymmetricKeyOctets::new));
        return new KeyOffer(peers, new LinkageKeyOffer(laId, key), settings.offerRetry());
    }

    @Bean
    PreLinkage preLinkage(
            Chains chains,
            AuthoritySecret secret,
            LaId laId,
            SymmetricKey sharedKey,
            IPeriods periods,
            InstantSource clock,
            LinkageSettings settings) {
        return new PreLinkage(chains, secret, laId, sharedKey, periods, clock, settings.horizon());
    }

    @Bean
    SeedRelease seedRelease(
            Chains chains,
            LaId laId,
            SecuredExchange exchange,
            Operators operators,
            WarrantBudget budget,
            AuthorityDatabase database,
            AuditLog audit,
            IPeriods periods,
            InstantSource clock,
            LinkageSettings settings) {
        SeedRelease.Limits limits =
                new SeedRelease.Limits(settings.seedsPerDay(), settings.releaseAge(), settings.horizon());
        return new SeedRelease(chains, laId, exchange, operators, budget, database, audit, periods, clock, limits);
    }

    @Bean
    BackEndService backEndService(PreLinkage values, SeedRelease seeds) {
        return new LinkageAuthority(values, seeds);
    }
}
