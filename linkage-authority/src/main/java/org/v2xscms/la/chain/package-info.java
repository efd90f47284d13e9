/** Chains of seeds, and the values made from them. */
@NullMarked
package org.v2xscms.la.chain;

import org.jspecify.annotations.NullMarked;
