/** Octets that must not be printed, must be wiped and are compared in constant time. */
@NullMarked
package org.v2xscms.crypto.secret;

import org.jspecify.annotations.NullMarked;
