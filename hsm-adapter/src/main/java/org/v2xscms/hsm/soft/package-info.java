/** Keys in an encrypted file, for development, demonstrations and tests: not an HSM. */
@NullMarked
package org.v2xscms.hsm.soft;

import org.jspecify.annotations.NullMarked;
