package org.v2xscms.crypto.trustlist;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.FullIeeeTbsCtl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.ToBeSignedCtlSignature;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.crypto.certificate.CertificateSignatures;
import org.v2xscms.crypto.certificate.CertifiedKey;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.Roles;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.SignatureVerifier;

/**
 * Whether one signature under a trust list counts: it is over this list, by an elector that may sign it. An elector is
 * trusted because its certificate's hash is approved, so nobody above it is asked.
 */
final class ElectorSignature {

    /** Whether it counts, and if not, why. */
    sealed interface Verdict {
        record Counts(HashedId48 elector) implements Verdict {}

        record PassedOver(String reason) implements Verdict {}
    }

    private final SignatureVerifier verifier;

    ElectorSignature(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    Verdict check(
            SignedSpdu<ToBeSignedCtlSignature> signature,
            Encoded<FullIeeeTbsCtl> list,
            Set<HashedId48> electors,
            Time64 at) {
        Encoded<Certificate> inline = signature.signer();
        HashedCertificate signer = inline == null ? null : HashedCertificate.of(inline);
        HashedId48 id = signer == null ? null : TrustListVerifier.electorId(signer);
        if (signer == null || id == null || !electors.contains(id)) {
            return passedOver(signer, "is no elector of the last list");
        }
        if (!isElectorAt(signer, at)) {
            return passedOver(signer, "is not valid at this time or has not the role of an elector");
        }
        if (!covers(signature, list)) {
            return passedOver(signer, "has signed another list");
        }
        return CertificateSignatures.statedKey(signer) instanceof CertifiedKey.Certified certified
                        && MessageSignature.verify(signature.signedData(), signer, certified.key(), verifier)
                                .isPresent()
                ? new Verdict.Counts(id)
                : passedOver(signer, "has no valid signature here");
    }

    /**
     * The hash of the list is a HashedId48 made with the algorithm of the signature; how a shorter hash would fill it is not
     * said, so only SHA-384 can be checked.
     */
    private static boolean covers(SignedSpdu<ToBeSignedCtlSignature> signature, Encoded<FullIeeeTbsCtl> list) {
        FullIeeeTbsCtl contents = list.value();
        ToBeSignedCtlSignature signed = signature.content().value();
        return signature.signedData().hashId() == HashAlgorithm.SHA384
                && signed.ctlSeriesId().equals(contents.ctlSeriesId())
                && signed.ctlType().equals(contents.type())
                && signed.sequenceNumber().equals(contents.sequenceNumber())
                && signed.tbsCtlHash()
                        .octets()
                        .equals(HashFunction.SHA384.digest(list.octets()).value());
    }

    private static boolean isElectorAt(HashedCertificate certificate, Time64 at) {
        ValidityPeriod validity = certificate.certificate().toBeSigned().value().validityPeriod();
        return validity.startTime().compareTo(at) <= 0
                && validity.endTime().compareTo(at) > 0
                && Roles.holds(certificate, SecurityMgmtSsp.Elector.class);
    }

    private static Verdict passedOver(@Nullable HashedCertificate signer, String reason) {
        return new Verdict.PassedOver(
                (signer == null ? "a signer without certificate" : signer.toString()) + " " + reason);
    }
}
