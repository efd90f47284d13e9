/** Hash algorithms, digests and what exactly a signature covers. */
@NullMarked
package org.v2xscms.crypto.hash;

import org.jspecify.annotations.NullMarked;
