/** Real objects decoded as a whole. */
@NullMarked
package org.v2xscms.codec;

import org.jspecify.annotations.NullMarked;
