/** One source of time for each authority, injected, never asked for statically. */
@NullMarked
package org.v2xscms.kernel.time;

import org.jspecify.annotations.NullMarked;
