/** Implicit certificates: keys that are reconstructed from a certificate (ECQV). */
@NullMarked
package org.v2xscms.crypto.ecqv;

import org.jspecify.annotations.NullMarked;
