package org.v2xscms.crypto.trustlist;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.codec.ieee1609dot2.basetypes.Hostname;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.ToBeSignedCtlSignature;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RoleSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.WireSignature;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.SigningInput;
import org.v2xscms.crypto.sign.SoftwareSigner;

/** An elector, or a root, with its key and self-signed certificate, valid for 100 hours from {@link #START}. */
record TestElector(KeyPair keys, HashedCertificate certificate) {

    static final long START = 600_000_000;

    static TestElector of(long seed) {
        return of(seed, Curve.NIST_P384, new SecurityMgmtSsp.Elector(RoleSsp.CURRENT), START);
    }

    static TestElector of(long seed, Curve curve, SecurityMgmtSsp role, long start) {
        KeyPair keys = KeyPair.generate(curve, new SeededRandom(seed));
        Encoded<ToBeSignedCertificate> content = Encoded.of(
                ToBeSignedCertificate.CODEC,
                new ToBeSignedCertificate(
                        new CertificateId.Name(new Hostname("elector " + seed)),
                        new HashedId3(Octets.ofHex("000000")),
                        new CrlSeries(0),
                        new ValidityPeriod(new Time32(start), new Duration.Hours(100)),
                        null,
                        null,
                        List.of(SecurityMgmtPsid.permission(role)),
                        null,
                        null,
                        null,
                        null,
                        new VerificationKeyIndicator.VerificationKey(CurvePoints.verificationKey(keys.publicKey())),
                        null,
                        null,
                        null,
                        null,
                        Additions.NONE));
        var digest = new SigningInput.DoubleHash(curve.hash()).digest(content.octets(), Octets.EMPTY);
        var signature =
                new WireSignature(curve, SoftwareSigner.deterministic(keys).sign(digest)).toSignature();
        Certificate certificate = new Certificate(
                3,
                CertificateType.EXPLICIT,
                new IssuerIdentifier.Self(curve.hash().algorithm()),
                content,
                signature);
        return new TestElector(keys, HashedCertificate.of(Encoded.of(Certificate.CODEC, certificate)));
    }

    HashedId48 id() {
        return new HashedId48(certificate.hash().value());
    }

    /** Signs, with the certificate of {@code named} in its place. */
    Encoded<SignedSpdu<ToBeSignedCtlSignature>> sign(ToBeSignedCtlSignature statement, TestElector named) {
        ScmsPdu pdu = ScmsPdu.of(new ScmsPdu.Content.Cert(statement));
        Octets content = ScmsPdu.CODEC.encode(pdu);
        ToBeSignedData data = new ToBeSignedData(
                SignedDataPayload.of(Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(content))),
                HeaderInfo.of(SecurityMgmtPsid.PSID));
        SignedData signed = MessageSignature.sign(
                data,
                named.certificate,
                new SignerIdentifier.Certificates(List.of(named.certificate.encoded())),
                SoftwareSigner.deterministic(keys));
        SignedSpdu<ToBeSignedCtlSignature> spdu = new SignedSpdu<>(signed, new Encoded<>(statement, content));
        return new Encoded<>(spdu, Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(signed)));
    }
}
