/**
 * Verification of V2X signatures on public data, several times faster per core than a general-purpose library.
 *
 * <p>Start at {@link org.v2xscms.verify.SignatureVerifier}; the arithmetic is in
 * {@link org.v2xscms.verify.kernel}, certificate revocation lists in {@link org.v2xscms.verify.crl}.
 */
@NullMarked
package org.v2xscms.verify;

import org.jspecify.annotations.NullMarked;
