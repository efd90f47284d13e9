package org.v2xscms.codec.ieee1609dot2dot1.acara;

import static org.v2xscms.codec.ieee1609dot2dot1.acara.AcaRa.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponseCubkSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePlainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePrivateSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EncryptedSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;

/** The certificate in the form the request asked for. */
public sealed interface AcaResponse {

    /** Neither encrypted nor signed. */
    record Plain(Encoded<UnsecuredSpdu<AcaEeCertResponse>> value) implements AcaResponse {}

    /** Encrypted to certEncKey, then signed by the ACA. */
    record Private(Encoded<SignedSpdu<EncryptedSpdu>> value) implements AcaResponse {}

    /** Encrypted to the key derived from the requested one; not signed. */
    record Cubk(Encoded<EncryptedSpdu> value) implements AcaResponse {}

    record Unknown(UnknownAlternative value) implements AcaResponse {}

    Codec<AcaResponse> CODEC = choice(
            "AcaResponse",
            MODULE,
            alternative(
                    "plain",
                    Codec.recursive("AcaEeCertResponsePlainSpdu", () -> AcaEeCertResponsePlainSpdu.CODEC)
                            .keepingOctets(),
                    Plain.class,
                    Plain::new,
                    Plain::value),
            alternative(
                    "private",
                    Codec.recursive("AcaEeCertResponsePrivateSpdu", () -> AcaEeCertResponsePrivateSpdu.CODEC)
                            .keepingOctets(),
                    Private.class,
                    Private::new,
                    Private::value),
            alternative(
                    "cubk",
                    Codec.recursive("AcaEeCertResponseCubkSpdu", () -> AcaEeCertResponseCubkSpdu.CODEC)
                            .keepingOctets(),
                    Cubk.class,
                    Cubk::new,
                    Cubk::value),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
