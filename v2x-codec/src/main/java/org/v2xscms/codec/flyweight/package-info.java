/** Views over received octets for the hot path: no objects per message, no exceptions. */
@NullMarked
package org.v2xscms.codec.flyweight;

import org.jspecify.annotations.NullMarked;
