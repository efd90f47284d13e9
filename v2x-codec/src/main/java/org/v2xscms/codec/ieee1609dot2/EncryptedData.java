package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.oer.Codec;

/**
 * Data encrypted to one or more recipients.
 *
 * @param recipients each gives the data encryption key to one recipient
 * @param ciphertext an encrypted Ieee1609Dot2Data
 */
public record EncryptedData(List<RecipientInfo> recipients, SymmetricCiphertext ciphertext)
        implements Ieee1609Dot2Content {

    public static final Codec<EncryptedData> CODEC = sequence(
            "EncryptedData",
            MODULE,
            EncryptedData::new,
            required("recipients", RecipientInfo.SEQUENCE_OF, EncryptedData::recipients),
            required("ciphertext", SymmetricCiphertext.CODEC, EncryptedData::ciphertext));

    public EncryptedData {
        recipients = List.copyOf(recipients);
    }
}
