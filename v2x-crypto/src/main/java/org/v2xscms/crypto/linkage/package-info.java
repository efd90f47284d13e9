/** Linkage seeds and values: revoking many pseudonym certificates with one pair of seeds. */
@NullMarked
package org.v2xscms.crypto.linkage;

import org.jspecify.annotations.NullMarked;
