package org.v2xscms.crypto.encrypt;

import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.PublicPoint;

/**
 * A symmetric key encrypted to a public key: {@code EciesP256EncryptedKey} and {@code EcencP256EncryptedKey} of IEEE
 * 1609.2-2022 6.3.36.
 *
 * @param v the sender's ephemeral public key
 * @param c the encrypted key, 16 octets
 * @param t the tag: 16 octets for ECIES, 32 for SM2
 */
public record WrappedKey(PublicPoint v, Octets c, Octets t) {}
