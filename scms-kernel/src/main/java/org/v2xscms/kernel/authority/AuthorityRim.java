package org.v2xscms.kernel.authority;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.v2xscms.codec.SuppressForbidden;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.exchange.Peers;
import org.v2xscms.kernel.exchange.SecuredExchange;
import org.v2xscms.kernel.exchange.Trust;
import org.v2xscms.kernel.exchange.WireLog;
import org.v2xscms.kernel.http.BackEndChannel;
import org.v2xscms.kernel.http.HttpRim;
import org.v2xscms.kernel.operator.OperatorGate;
import org.v2xscms.kernel.operator.Operators;
import org.v2xscms.kernel.operator.WarrantBudget;

/**
 * What an authority imports to have everything that is alike in all of them. It adds a bean {@link AuthoritySchema}, its
 * controllers, and a {@link org.v2xscms.kernel.exchange.BackEndService} with a
 * {@link org.v2xscms.kernel.exchange.BackEndController} where others ask it. Started by {@link AuthorityStart}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuthoritySettings.class)
@Import(HttpRim.class)
public class AuthorityRim {

    /** The greatest answer another authority may give: a full batch of certificates. */
    private static final int ANSWER_LIMIT = 32 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    @ConditionalOnMissingBean
    @SuppressForbidden("here randomness enters an authority")
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    @ConditionalOnMissingBean
    SignatureVerifier signatureVerifier() {
        return new BouncyCastleVerifier();
    }

    @Bean
    CrashPoints crashPoints(AuthoritySettings settings) {
        CrashPoints points = CrashPoints.fromSystemProperty();
        if (settings.production() && points.armedPoint().isPresent()) {
            throw new IllegalStateException(
                    "the production profile refuses crash points: remove -D" + CrashPoints.PROPERTY);
        }
        return points;
    }

    @Bean(destroyMethod = "close")
    AuthorityDatabase authorityDatabase(AuthoritySettings settings, AuthoritySchema schema) {
        return AuthorityDatabase.open(
                settings.databaseAccess(),
                schema.schema(),
                List.of(schema.migrations()),
                settings.database().connections());
    }

    @Bean
    DataSource dataSource(AuthorityDatabase database) {
        return database.dataSource();
    }

    @Bean
    AuditLog auditLog(AuthorityDatabase database, AuthoritySettings settings, InstantSource clock) {
        return new AuditLog(database, settings.name(), clock);
    }

    @Bean
    IPeriods iPeriods(AuthoritySettings settings) {
        return settings.iPeriod().periods();
    }

    @Bean
    Trust trust(AuthoritySettings settings, SignatureVerifier verifier) {
        return Trust.load(settings.trust(), verifier, RevocationCheck.NONE);
    }

    @Bean(destroyMethod = "close")
    AuthorityKeys authorityKeys(
            AuthoritySettings settings, SignatureVerifier verifier, SecureRandom random, InstantSource clock) {
        return AuthorityKeys.open(settings.name(), settings.home(), settings.production(), verifier, random, clock);
    }

    @Bean
    AuthorityIdentity authorityIdentity(AuthoritySettings settings, Trust trust, AuthorityKeys keys) {
        HashedCertificate certificate = trust.require(settings.name());
        refuseForeignCertificate(settings.name(), certificate, keys);
        return new AuthorityIdentity(certificate, keys.vault(), keys.signing(), keys.decryption());
    }

    @Bean
    SecuredExchange securedExchange(
            AuthorityIdentity own, Trust trust, InstantSource clock, AuthoritySettings settings, SecureRandom random) {
        return new SecuredExchange(own, trust, clock, settings.tolerance(), random);
    }

    @Bean
    Peers peers(AuthoritySettings settings, Trust trust, SecuredExchange exchange) {
        return new Peers(
                settings.peers(),
                trust,
                exchange,
                BackEndChannel.trusting(settings.peerTrust(), PATIENCE, ANSWER_LIMIT),
                WireLog.of(settings.wireLog(), settings.name(), settings.production()));
    }

    @Bean
    Operators operators(AuthoritySettings settings, SignatureVerifier verifier) {
        return Operators.read(settings.trust().resolve(Operators.FILE), verifier);
    }

    @Bean
    OperatorGate operatorGate(Operators operators, AuthoritySettings settings, InstantSource clock) {
        return new OperatorGate(operators, settings.name(), clock);
    }

    @Bean
    WarrantBudget warrantBudget(InstantSource clock) {
        return new WarrantBudget(clock);
    }

    private static void refuseForeignCertificate(String name, HashedCertificate certificate, AuthorityKeys keys) {
        var holder = certificate.certificate().toBeSigned().value();
        Optional<PublicPoint> signing =
                holder.verifyKeyIndicator() instanceof VerificationKeyIndicator.VerificationKey key
                        ? CurvePoints.decode(key.value()).asOptional()
                        : Optional.empty();
        Optional<PublicPoint> decryption = Optional.ofNullable(holder.encryptionKey())
                .flatMap(key -> CurvePoints.decode(key.publicKey()).asOptional());
        if (!signing.equals(Optional.of(keys.signing().publicKey()))
                || !decryption.equals(Optional.of(keys.decryption().publicKey()))) {
            throw new IllegalStateException("the certificate of " + name + " states other keys than its token holds");
        }
    }
}
