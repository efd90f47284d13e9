/** Signatures a second through the adapter beside the token's own limit. */
@NullMarked
package org.v2xscms.hsm.bench;

import org.jspecify.annotations.NullMarked;
