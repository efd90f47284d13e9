/**
 * Issuance by write-ahead intent. Only the answer released by {@link org.v2xscms.kernel.intent.IssuanceUnit#store}
 * may leave, and the types allow only the order: stored intent, lint, single-use token, signature, stored answer,
 * release.
 */
@NullMarked
package org.v2xscms.kernel.intent;

import org.jspecify.annotations.NullMarked;
