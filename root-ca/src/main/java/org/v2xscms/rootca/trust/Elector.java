package org.v2xscms.rootca.trust;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.FullIeeeTbsCtl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.ToBeSignedCtlSignature;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CtlSignatureSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.Signer;
import org.v2xscms.hsm.KeyVault;
import org.v2xscms.hsm.LabelledKeys;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.VaultSigner;
import org.v2xscms.rootca.issue.CertificateIssuance;
import org.v2xscms.rootca.issue.IssueResult;
import org.v2xscms.rootca.profile.AuthorityRole;
import org.v2xscms.rootca.request.AuthorityRequest;

/**
 * A member of the group that says which roots are trusted. It has a self-signed certificate on NIST P-384, so that its
 * hash fills the 48 octets a trust list has for it.
 *
 * @param signer signs trust lists with the key of {@code certificate}
 */
public record Elector(HashedCertificate certificate, Signer signer) {

    public Elector {
        if (certificate.hash().algorithm() != HashFunction.SHA384) {
            throw new IllegalArgumentException("an elector's certificate is hashed with SHA-384");
        }
    }

    /** The label of the key of elector {@code number}. */
    public static String key(int number) {
        return "elector-" + number;
    }

    /** Finds the key and certificate of elector {@code number} in {@code vault}, or makes them. */
    public static Elector open(KeyVault vault, int number, CertificateIssuance issuance) {
        VaultKey.Pair key = LabelledKeys.findOrGenerate(vault, PairSpec.signing(key(number), Curve.NIST_P384));
        AuthorityRequest request = AuthorityRequest.of(AuthorityRole.ELECTOR, key(number), key.publicKey(), null, null);
        Signer certifying = new VaultSigner(vault, key, MessageKind.CERTIFICATE);
        return switch (issuance.selfSigned(request, certifying)) {
            case IssueResult.Issued(HashedCertificate certificate) ->
                new Elector(certificate, new VaultSigner(vault, key, MessageKind.CERTIFICATE_TRUST_LIST));
            case IssueResult.Refused(String reason) -> throw new IllegalStateException("no elector: " + reason);
        };
    }

    /** The name of this elector in trust lists: the whole SHA-384 hash of its certificate. */
    public HashedId48 id() {
        return idOf(certificate);
    }

    static HashedId48 idOf(HashedCertificate elector) {
        return new HashedId48(elector.hash().value());
    }

    /** This elector's signature under {@code list}. */
    public Encoded<SignedSpdu<ToBeSignedCtlSignature>> sign(Encoded<FullIeeeTbsCtl> list) {
        ToBeSignedCtlSignature statement = statement(list);
        Octets pdu = ScmsPdu.CODEC.encode(ScmsPdu.of(new ScmsPdu.Content.Cert(statement)));
        ToBeSignedData toBeSigned = new ToBeSignedData(
                SignedDataPayload.of(Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(pdu))),
                HeaderInfo.of(SecurityMgmtPsid.PSID));
        SignedData signed = MessageSignature.sign(
                toBeSigned, certificate, new SignerIdentifier.Certificates(List.of(certificate.encoded())), signer);
        return Encoded.of(CtlSignatureSpdu.CODEC, new SignedSpdu<>(signed, new Encoded<>(statement, pdu)));
    }

    /** What every elector signs for {@code list}. */
    static ToBeSignedCtlSignature statement(Encoded<FullIeeeTbsCtl> list) {
        FullIeeeTbsCtl content = list.value();
        return new ToBeSignedCtlSignature(
                content.ctlSeriesId(),
                content.type(),
                content.sequenceNumber(),
                new HashedId48(HashFunction.SHA384.digest(list.octets()).value()));
    }
}
