package org.v2xscms.crypto.encrypt;

import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.secret.SecretOctets;

/** The private half of an ECIES key, wherever it lives: in memory or in a hardware module. */
public interface KeyAgreement {

    PublicPoint publicKey();

    /** The x coordinate of the private key times {@code peer}, which is on the same curve. */
    SecretOctets agree(PublicPoint peer);
}
