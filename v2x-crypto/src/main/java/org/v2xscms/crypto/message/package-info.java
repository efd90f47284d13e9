/** Signed data: signing it, verifying it, and the rules that make it valid beyond its signature. */
@NullMarked
package org.v2xscms.crypto.message;

import org.jspecify.annotations.NullMarked;
