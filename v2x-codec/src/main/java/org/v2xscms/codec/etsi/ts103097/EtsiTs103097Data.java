package org.v2xscms.codec.etsi.ts103097;

import static org.v2xscms.codec.etsi.ts103097.EtsiTs103097Module.MODULE;

import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.HashedData;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.RecipientInfo;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.SymmetricCiphertext;
import org.v2xscms.codec.oer.Codec;

/**
 * The secured messages of ETSI TS 103 097. All are Ieee1609Dot2Data; what is inside an encrypted one is checked when it
 * has been decrypted, so EtsiTs103097Data-SignedAndEncrypted is {@link #ENCRYPTED} outside and {@link #SIGNED} inside.
 */
public final class EtsiTs103097Data {

    private static final String NAME = MODULE + ", EtsiTs103097Data";

    /** The rules of EtsiTs103097Data, except for which keys data may be encrypted to. */
    private static final Codec<Ieee1609Dot2Data> TO_ANY_KEY = Ieee1609Dot2Data.CODEC
            .where(
                    "signedCertificateRequest absent",
                    NAME,
                    data -> !(data.content() instanceof Ieee1609Dot2Content.SignedCertificateRequest))
            .where(
                    "generationTime present, p2pcdLearningRequest and missingCrlIdentifier absent",
                    NAME,
                    data -> !(data.content() instanceof SignedData signed)
                            || hasPlainHeader(signed.tbsData().value().headerInfo()))
            .where(
                    "exactly one certificate of the profile as signer",
                    NAME,
                    data -> !(data.content() instanceof SignedData signed) || isAllowedSigner(signed.signer()));

    public static final Codec<Ieee1609Dot2Data> CODEC = TO_ANY_KEY.where(
            "recipients by certificate or signed data",
            NAME,
            data -> !(data.content() instanceof EncryptedData encrypted)
                    || encrypted.recipients().stream().allMatch(EtsiTs103097Data::isPublicKeyKnownFromMessage));

    /** EtsiTs103097Data-Unsecured. */
    public static final Codec<Ieee1609Dot2Data> UNSECURED = CODEC.where(
            "unsecuredData", NAME + "-Unsecured", data -> data.content() instanceof Ieee1609Dot2Content.UnsecuredData);

    /** EtsiTs103097Data-Signed. */
    public static final Codec<Ieee1609Dot2Data> SIGNED = CODEC.where(
            "signedData over unsecuredData alone",
            NAME + "-Signed",
            data -> data.content() instanceof SignedData signed
                    && isUnsecuredAlone(signed.tbsData().value().payload()));

    /** EtsiTs103097Data-SignedExternalPayload. */
    public static final Codec<Ieee1609Dot2Data> SIGNED_EXTERNAL_PAYLOAD = CODEC.where(
            "signedData over a SHA-256 extDataHash alone",
            NAME + "-SignedExternalPayload",
            data -> data.content() instanceof SignedData signed
                    && isHashAlone(signed.tbsData().value().payload()));

    /** EtsiTs103097Data-Encrypted and EtsiTs103097Data-SignedAndEncrypted. */
    public static final Codec<Ieee1609Dot2Data> ENCRYPTED =
            CODEC.where("encryptedData with AES-128-CCM", NAME + "-Encrypted", EtsiTs103097Data::isAes);

    /** EtsiTs103097Data-Encrypted-Unicast and EtsiTs103097Data-SignedAndEncrypted-Unicast. */
    public static final Codec<Ieee1609Dot2Data> ENCRYPTED_UNICAST =
            ENCRYPTED.where("one recipient", NAME + "-Encrypted-Unicast", EtsiTs103097Data::hasOneRecipient);

    /**
     * The responses of an enrolment or authorization authority (ETSI TS 102 941): encrypted under the key that the
     * request gave. TS 103 097 forbids pskRecipInfo, TS 102 941 asks for it.
     */
    public static final Codec<Ieee1609Dot2Data> ENCRYPTED_RESPONSE = TO_ANY_KEY
            .where("encryptedData with AES-128-CCM", NAME + "-Encrypted", EtsiTs103097Data::isAes)
            .where("one recipient", NAME + "-Encrypted-Unicast", EtsiTs103097Data::hasOneRecipient);

    private EtsiTs103097Data() {}

    private static boolean hasPlainHeader(HeaderInfo header) {
        return header.generationTime() != null
                && header.p2pcdLearningRequest() == null
                && header.missingCrlIdentifier() == null;
    }

    private static boolean isAllowedSigner(SignerIdentifier signer) {
        return !(signer instanceof SignerIdentifier.Certificates certificates)
                || (certificates.value().size() == 1
                        && EtsiTs103097Certificate.holdsFor(
                                certificates.value().getFirst().value()));
    }

    private static boolean isPublicKeyKnownFromMessage(RecipientInfo recipient) {
        return recipient instanceof RecipientInfo.CertRecipInfo
                || recipient instanceof RecipientInfo.SignedDataRecipInfo;
    }

    private static boolean isUnsecuredAlone(SignedDataPayload payload) {
        return payload.data() != null
                && payload.data().value().content() instanceof Ieee1609Dot2Content.UnsecuredData
                && payload.extDataHash() == null
                && payload.omitted() == null;
    }

    private static boolean isHashAlone(SignedDataPayload payload) {
        return payload.data() == null
                && payload.extDataHash() instanceof HashedData.Sha256HashedData
                && payload.omitted() == null;
    }

    private static boolean isAes(Ieee1609Dot2Data data) {
        return data.content() instanceof EncryptedData encrypted
                && encrypted.ciphertext() instanceof SymmetricCiphertext.Aes128Ccm;
    }

    private static boolean hasOneRecipient(Ieee1609Dot2Data data) {
        return data.content() instanceof EncryptedData encrypted
                && encrypted.recipients().size() == 1;
    }
}
