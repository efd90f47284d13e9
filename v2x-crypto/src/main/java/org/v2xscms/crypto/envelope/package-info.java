/** Encrypted data: sealing it for recipients of every kind and opening it (Ieee1609Dot2, EncryptedData). */
@NullMarked
package org.v2xscms.crypto.envelope;

import org.jspecify.annotations.NullMarked;
