package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;

import org.v2xscms.codec.oer.Codec;

/** A key to encrypt a response to; a symmetric one only inside something that is itself encrypted. */
public sealed interface EncryptionKey {

    record Public(PublicEncryptionKey key) implements EncryptionKey {}

    record Symmetric(SymmetricEncryptionKey key) implements EncryptionKey {}

    Codec<EncryptionKey> CODEC = choice(
            "EncryptionKey",
            MODULE,
            alternative("public", PublicEncryptionKey.CODEC, Public.class, Public::new, Public::key),
            alternative("symmetric", SymmetricEncryptionKey.CODEC, Symmetric.class, Symmetric::new, Symmetric::key));
}
