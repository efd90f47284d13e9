/** Signature verification for devices: the fast kernels where they know the curve, a library for the others. */
@NullMarked
package org.v2xscms.obu.signature;

import org.jspecify.annotations.NullMarked;
