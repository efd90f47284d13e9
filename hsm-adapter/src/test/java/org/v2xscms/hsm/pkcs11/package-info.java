/** Faults of a PKCS#11 library, played by a scripted one. */
@NullMarked
package org.v2xscms.hsm.pkcs11;

import org.jspecify.annotations.NullMarked;
