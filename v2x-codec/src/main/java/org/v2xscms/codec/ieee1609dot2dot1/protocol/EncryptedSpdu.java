package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;

import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.RecipientInfo;
import org.v2xscms.codec.oer.Codec;

/**
 * Ieee1609Dot2Data-Encrypted: data only its recipients can read.
 *
 * <p>The plaintext is an Ieee1609Dot2Data: what is none itself is put into unsecuredData before it is encrypted. Each
 * SPDU type says by its {@code PLAINTEXT} what it is.
 */
public record EncryptedSpdu(EncryptedData encryptedData) {

    /** The SPDU type {@code typeName}. */
    public static Codec<EncryptedSpdu> codec(String typeName) {
        return new Narrowed<>(
                Ieee1609Dot2Data.CODEC,
                typeName + ", encryptedData",
                data -> data.content() instanceof EncryptedData encrypted ? new EncryptedSpdu(encrypted) : null,
                spdu -> new Ieee1609Dot2Data(Layer.PROTOCOL_VERSION, spdu.encryptedData));
    }

    /** Ieee1609Dot2Data-SymmEncryptedSingleRecipient: its plaintext is the bare structure. */
    public static Codec<EncryptedSpdu> toOneSymmetricKey() {
        return codec("Ieee1609Dot2Data-SymmEncryptedSingleRecipient")
                .where("one recipient, a symmRecipInfo", MODULE, EncryptedSpdu::hasOneSymmetricKey);
    }

    private boolean hasOneSymmetricKey() {
        return encryptedData.recipients().size() == 1
                && encryptedData.recipients().getFirst() instanceof RecipientInfo.SymmRecipInfo;
    }
}
