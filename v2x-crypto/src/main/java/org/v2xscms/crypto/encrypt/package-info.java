/** Symmetric encryption, key derivation and the wrapping of message keys. */
@NullMarked
package org.v2xscms.crypto.encrypt;

import org.jspecify.annotations.NullMarked;
