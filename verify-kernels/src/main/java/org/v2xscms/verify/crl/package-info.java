/** Certificate revocation lists as a receiver looks them up: linkage values and certificate hashes. */
@NullMarked
package org.v2xscms.verify.crl;

import org.jspecify.annotations.NullMarked;
