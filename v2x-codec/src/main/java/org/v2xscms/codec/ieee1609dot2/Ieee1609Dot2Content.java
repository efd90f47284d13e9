package org.v2xscms.codec.ieee1609dot2;

import static java.util.function.Function.identity;
import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;
import static org.v2xscms.codec.oer.Strings.octetString;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** What a message carries. */
public sealed interface Ieee1609Dot2Content
        permits Ieee1609Dot2Content.UnsecuredData,
                SignedData,
                EncryptedData,
                Ieee1609Dot2Content.SignedCertificateRequest,
                Ieee1609Dot2Content.SignedX509CertificateRequest,
                Ieee1609Dot2Content.Unknown {

    /** Octets for the application, as they are. */
    record UnsecuredData(Octets value) implements Ieee1609Dot2Content {}

    /** A SignedCertificateRequest of IEEE 1609.2.1, signed by a certificate or by the key it asks for. */
    record SignedCertificateRequest(Octets value) implements Ieee1609Dot2Content {}

    /** A SignedX509CertificateRequest of IEEE 1609.2.1. */
    record SignedX509CertificateRequest(Octets value) implements Ieee1609Dot2Content {}

    record Unknown(UnknownAlternative value) implements Ieee1609Dot2Content {}

    Codec<Ieee1609Dot2Content> CODEC = choice(
            "Ieee1609Dot2Content",
            MODULE,
            alternative(
                    "unsecuredData",
                    octetString("Opaque"),
                    UnsecuredData.class,
                    UnsecuredData::new,
                    UnsecuredData::value),
            alternative("signedData", SignedData.CODEC, SignedData.class, identity(), identity()),
            alternative("encryptedData", EncryptedData.CODEC, EncryptedData.class, identity(), identity()),
            alternative(
                    "signedCertificateRequest",
                    octetString("Opaque"),
                    SignedCertificateRequest.class,
                    SignedCertificateRequest::new,
                    SignedCertificateRequest::value),
            extensible(Unknown.class, Unknown::new, Unknown::value),
            alternative(
                    "signedX509CertificateRequest",
                    octetString("Opaque"),
                    SignedX509CertificateRequest.class,
                    SignedX509CertificateRequest::new,
                    SignedX509CertificateRequest::value));
}
