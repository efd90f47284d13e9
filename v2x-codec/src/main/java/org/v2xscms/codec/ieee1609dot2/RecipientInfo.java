package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Codec;

/** How one recipient gets at the data encryption key. */
public sealed interface RecipientInfo {

    /** The recipient has the key: the HashedId8 of its SymmetricEncryptionKey structure. */
    record PskRecipInfo(HashedId8 value) implements RecipientInfo {}

    /** The key, encrypted under a symmetric key that the recipient has. */
    record SymmRecipInfo(SymmRecipientInfo value) implements RecipientInfo {}

    /** The key, encrypted to the encryption key of the recipient's certificate. */
    record CertRecipInfo(PKRecipientInfo value) implements RecipientInfo {}

    /** The key, encrypted to the encryption key in signed data of the recipient. */
    record SignedDataRecipInfo(PKRecipientInfo value) implements RecipientInfo {}

    /** The key, encrypted to a response encryption key that came by other means. */
    record RekRecipInfo(PKRecipientInfo value) implements RecipientInfo {}

    Codec<RecipientInfo> CODEC = choice(
            "RecipientInfo",
            MODULE,
            alternative("pskRecipInfo", HashedId8.CODEC, PskRecipInfo.class, PskRecipInfo::new, PskRecipInfo::value),
            alternative(
                    "symmRecipInfo",
                    SymmRecipientInfo.CODEC,
                    SymmRecipInfo.class,
                    SymmRecipInfo::new,
                    SymmRecipInfo::value),
            alternative(
                    "certRecipInfo",
                    PKRecipientInfo.CODEC,
                    CertRecipInfo.class,
                    CertRecipInfo::new,
                    CertRecipInfo::value),
            alternative(
                    "signedDataRecipInfo",
                    PKRecipientInfo.CODEC,
                    SignedDataRecipInfo.class,
                    SignedDataRecipInfo::new,
                    SignedDataRecipInfo::value),
            alternative(
                    "rekRecipInfo", PKRecipientInfo.CODEC, RekRecipInfo.class, RekRecipInfo::new, RekRecipInfo::value));

    /** SequenceOfRecipientInfo: at least one. */
    Codec<List<RecipientInfo>> SEQUENCE_OF = sequenceOf("SequenceOfRecipientInfo", MODULE, 1, Integer.MAX_VALUE, CODEC);
}
