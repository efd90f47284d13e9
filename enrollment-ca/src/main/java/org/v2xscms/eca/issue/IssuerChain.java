package org.v2xscms.eca.issue;

import java.util.ArrayList;
import java.util.List;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.validation.RegionInForce;
import org.v2xscms.crypto.validation.TrustStore;

/**
 * The ECA's certificate with those above it.
 *
 * @param certificates the ECA's first, the root last
 */
public record IssuerChain(List<HashedCertificate> certificates) {

    public IssuerChain {
        certificates = List.copyOf(certificates);
    }

    /**
     * Follows the issuers up to an anchor.
     *
     * @throws IllegalStateException if one is missing
     */
    public static IssuerChain of(HashedCertificate own, TrustStore trust) {
        List<HashedCertificate> chain = new ArrayList<>(List.of(own));
        while (!trust.isAnchor(chain.getLast())) {
            HashedCertificate last = chain.getLast();
            chain.add(trust.issuerOf(last)
                    .orElseThrow(() -> new IllegalStateException("the issuer of " + last + " is not at hand")));
        }
        return new IssuerChain(chain);
    }

    HashedCertificate own() {
        return certificates.getFirst();
    }

    /** What certificates under the root name it by. */
    public HashedId3 cracaId() {
        return HashedId3.of(certificates.getLast().hash().value());
    }

    /** When the ECA's certificate begins. */
    public Time32 start() {
        return own().certificate().toBeSigned().value().validityPeriod().start();
    }

    /** Where certificates of the ECA are valid that name no region. */
    RegionInForce region() {
        RegionInForce region = new RegionInForce.Worldwide();
        for (HashedCertificate certificate : certificates.reversed()) {
            region = region.narrowedBy(
                    certificate.certificate().toBeSigned().value().region());
        }
        return region;
    }

    List<Encoded<Certificate>> encoded() {
        return certificates.stream().map(HashedCertificate::encoded).toList();
    }
}
