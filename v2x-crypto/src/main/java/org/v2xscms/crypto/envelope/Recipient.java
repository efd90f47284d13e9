package org.v2xscms.crypto.envelope;

import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.encrypt.SymmetricKey;

/** Whom data is encrypted for, and where the key came from: this decides the kind of RecipientInfo. */
public sealed interface Recipient {

    /** The holder of a certificate with an encryption key: certRecipInfo. */
    record Holder(HashedCertificate certificate) implements Recipient {}

    /** Who sent signed data with this key in its header: signedDataRecipInfo. */
    record Sender(Encoded<Ieee1609Dot2Data> signedData, PublicEncryptionKey key) implements Recipient {}

    /** Who gave a response encryption key by other means, such as the cocoon key of a certificate request: rekRecipInfo. */
    record ResponseKey(PublicEncryptionKey key) implements Recipient {}

    /** Who shares a symmetric key, under which the data key is encrypted: symmRecipInfo. */
    record SharedKey(SymmetricKey key) implements Recipient {}
}
