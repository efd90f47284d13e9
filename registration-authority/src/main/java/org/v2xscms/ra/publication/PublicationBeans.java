package org.v2xscms.ra.publication;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.authority.AuthoritySettings;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.exchange.Trust;
import org.v2xscms.ra.RaSignature;

/** The public files of the trust folder, written and served. */
@Configuration(proxyBeanMethods = false)
@Import(PublicationController.class)
public class PublicationBeans {

    @Bean
    PublicFiles publicFiles(AuthoritySettings settings) {
        return new PublicFiles(settings.trust());
    }

    @Bean
    PublicCatalogue publicCatalogue(PublicFiles files, Trust trust, AuthoritySettings settings) {
        return new PublicCatalogue(files, trust, settings.name());
    }

    @Bean(initMethod = "refresh")
    Publications publications(
            PublicFiles files,
            Trust trust,
            AuthorityIdentity own,
            RaSignature signature,
            AuditLog audit,
            InstantSource clock) {
        return new Publications(files, trust, own.certificate(), signature, audit, clock);
    }
}
