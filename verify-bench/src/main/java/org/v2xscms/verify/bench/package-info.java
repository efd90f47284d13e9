/** Benchmarks of the verification kernels against other libraries, and the long differential soak. */
@NullMarked
package org.v2xscms.verify.bench;

import org.jspecify.annotations.NullMarked;
