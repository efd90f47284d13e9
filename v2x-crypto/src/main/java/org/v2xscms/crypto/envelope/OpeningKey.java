package org.v2xscms.crypto.envelope;

import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.encrypt.SymmetricKey;

/** A key that may open encrypted data, and what it belongs to. */
public sealed interface OpeningKey {

    /** The private half of the encryption key in {@code certificate}. */
    record OfCertificate(HashedCertificate certificate, PrivateDecryptionKey key) implements OpeningKey {}

    /** The private half of the key in the header of signed data. */
    record OfSignedData(Encoded<Ieee1609Dot2Data> signedData, PrivateDecryptionKey key) implements OpeningKey {}

    /** The private half of a response encryption key. */
    record OfResponseKey(PublicEncryptionKey publicKey, PrivateDecryptionKey key) implements OpeningKey {}

    /** A symmetric key: the data key itself (pskRecipInfo) or one that the data key is encrypted under (symmRecipInfo). */
    record Symmetric(SymmetricKey key) implements OpeningKey {}
}
