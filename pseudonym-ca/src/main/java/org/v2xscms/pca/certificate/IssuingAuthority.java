package org.v2xscms.pca.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.CertificateFlags;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.validation.RegionInForce;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.exchange.Trust;

/**
 * This authority as an issuer.
 *
 * @param identity the certificate that issues and signs answers: IEEE 1609.2.1-2022 wants one for both
 * @param craca the CA that authorises CRLs: the root
 * @param region where the issuing certificate is valid
 */
public record IssuingAuthority(AuthorityIdentity identity, HashedId3 craca, RegionInForce region) {

    /**
     * This authority with its chain looked up.
     *
     * @throws IllegalStateException if the chain from its certificate to the root is not at hand
     */
    public static IssuingAuthority of(AuthorityIdentity identity, Trust trust) {
        TrustStore store = trust.store();
        List<HashedCertificate> chain = new ArrayList<>(List.of(identity.certificate()));
        while (!store.isAnchor(chain.getLast())) {
            Optional<HashedCertificate> issuer = store.issuerOf(chain.getLast());
            if (issuer.isEmpty() || chain.contains(issuer.get())) {
                throw new IllegalStateException("no chain from this authority's certificate to the root");
            }
            chain.add(issuer.get());
        }
        RegionInForce region = new RegionInForce.Worldwide();
        for (HashedCertificate link : chain.reversed()) {
            region = region.narrowedBy(link.certificate().toBeSigned().value().region());
        }
        return new IssuingAuthority(
                identity, HashedId3.of(chain.getLast().hash().value()), region);
    }

    public HashedCertificate certificate() {
        return identity.certificate();
    }

    public PublicPoint key() {
        return identity.signingKey().publicKey();
    }

    /** Names the issuing certificate in intents and audit records. */
    public String name() {
        return "pca " + certificate().id();
    }

    /** Whether answers may be encrypted to compact unified butterfly keys. */
    public boolean usesCubk() {
        CertificateFlags flags =
                certificate().certificate().toBeSigned().value().flags();
        return flags != null && flags.usesCubk();
    }
}
