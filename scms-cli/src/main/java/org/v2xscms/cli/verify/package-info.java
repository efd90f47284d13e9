/** {@code scms verify}: certificate chains and signed data, step by step to a verdict. */
@NullMarked
package org.v2xscms.cli.verify;

import org.jspecify.annotations.NullMarked;
