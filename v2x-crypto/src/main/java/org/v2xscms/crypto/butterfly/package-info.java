/** Butterfly key expansion: many unlinkable keys from one request. */
@NullMarked
package org.v2xscms.crypto.butterfly;

import org.jspecify.annotations.NullMarked;
