/** How a device reaches authorities: a seam, and HTTP behind it. */
@NullMarked
package org.v2xscms.obu.transport;

import org.jspecify.annotations.NullMarked;
