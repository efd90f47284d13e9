package org.v2xscms.pca.certificate;

import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.acara.AcaRaCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.acara.AcaResponse;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponseCubkSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePlainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePrivateSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Recipient;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.hsm.MessageKind;

/**
 * Packs a certificate for its device: plain, {@code Signed(Unsecured(Encrypted))} or {@code Encrypted}, and around that, for
 * a request that came alone, the signed answer to the RA (IEEE 1609.2.1-2022, AcaEeCertResponse SPDUs and
 * AcaRaCertResponseSpdu). Answers of one kind to requests of one kind are equally long.
 */
final class SignedAnswers {

    private final IssuingAuthority issuer;
    private final SecureRandom random;

    SignedAnswers(IssuingAuthority issuer, SecureRandom random) {
        this.issuer = issuer;
        this.random = random;
    }

    Octets pack(PlannedCertificate plan, AcaEeCertResponse response) {
        Octets plain = AcaEeCertResponsePlainSpdu.CODEC.encode(
                new UnsecuredSpdu<>(Encoded.of(AcaEeCertResponse.CODEC, response)));
        Octets forDevice = switch (plan.delivery()) {
            case Delivery.Plain _ -> plain;
            case Delivery.Private(PublicEncryptionKey key) -> sign(encrypt(plain, key, plan.dataKey()));
            case Delivery.Cubk(PublicEncryptionKey key) -> encrypt(plain, key, plan.dataKey());
        };
        HashedId8 single = plan.singleRequest();
        return single == null ? forDevice : answerToRa(plan, single, forDevice);
    }

    private Octets answerToRa(PlannedCertificate plan, HashedId8 request, Octets forDevice) {
        AcaResponse response = switch (plan.delivery()) {
            case Delivery.Plain _ -> new AcaResponse.Plain(read(AcaEeCertResponsePlainSpdu.CODEC, forDevice));
            case Delivery.Private _ -> new AcaResponse.Private(read(AcaEeCertResponsePrivateSpdu.CODEC, forDevice));
            case Delivery.Cubk _ -> new AcaResponse.Cubk(read(AcaEeCertResponseCubkSpdu.CODEC, forDevice));
        };
        AcaRaCertResponse answer = AcaRaCertResponse.of(plan.generationTime(), request, response);
        return sign(ScmsPdu.CODEC.encode(ScmsPdu.of(new ScmsPdu.Content.AcaRa(answer))));
    }

    private Octets encrypt(Octets plain, PublicEncryptionKey key, @Nullable Octets dataKeyOctets) {
        try (SymmetricKey dataKey = dataKey(Objects.requireNonNull(dataKeyOctets))) {
            EncryptedData data = Envelope.seal(plain, List.of(new Recipient.ResponseKey(key)), dataKey, random);
            return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(data));
        }
    }

    /** The content in unsecuredData, signed with the issuing certificate; of the header only the PSID. */
    private Octets sign(Octets content) {
        Ieee1609Dot2Data payload = Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(content));
        return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(MessageSignature.sign(
                new ToBeSignedData(SignedDataPayload.of(payload), HeaderInfo.of(SecurityMgmtPsid.PSID)),
                issuer.certificate(),
                new SignerIdentifier.Certificates(List.of(issuer.certificate().encoded())),
                issuer.identity().signer(MessageKind.SIGNED_RESPONSE))));
    }

    static SymmetricKey dataKey(Octets octets) {
        return new SymmetricKey(SymmAlgorithm.AES128_CCM, SecretOctets.wrap(octets.toByteArray()));
    }

    private static <T> Encoded<T> read(Codec<T> codec, Octets made) {
        try {
            return codec.keepingOctets().decode(made, Reading.STRICT).value();
        } catch (DecodeException e) {
            throw new IllegalStateException("our own answer does not read: " + e.clause(), e);
        }
    }
}
