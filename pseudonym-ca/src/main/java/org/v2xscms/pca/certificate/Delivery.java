package org.v2xscms.pca.certificate;

import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;

import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.oer.Codec;

/** How a certificate goes to its device (IEEE 1609.2.1-2022, AcaEeCertResponse SPDUs). */
public sealed interface Delivery {

    /** For everybody to read. */
    record Plain() implements Delivery {}

    /** Encrypted to the key that came with the request, then signed. */
    record Private(PublicEncryptionKey key) implements Delivery {}

    /** Encrypted to the key derived from the requested one; the certificate itself convinces the device. */
    record Cubk(PublicEncryptionKey key) implements Delivery {}

    Codec<Delivery> CODEC = choice(
            "Delivery",
            PlannedCertificate.MODULE,
            alternative("plain", Plain.class, Plain::new),
            alternative("private", PublicEncryptionKey.CODEC, Private.class, Private::new, Private::key),
            alternative("cubk", PublicEncryptionKey.CODEC, Cubk.class, Cubk::new, Cubk::key));
}
