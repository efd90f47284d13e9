/** Signatures: what is signed, ECDSA and SM2, and the seams behind which other providers stand. */
@NullMarked
package org.v2xscms.crypto.sign;

import org.jspecify.annotations.NullMarked;
