/** Named points at which a crash test may kill the process. */
@NullMarked
package org.v2xscms.kernel.crash;

import org.jspecify.annotations.NullMarked;
