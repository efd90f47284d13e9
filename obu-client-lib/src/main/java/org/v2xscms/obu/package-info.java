/** What a device needs to take part: certificates and keys, and the packages that get, keep and use them. */
@NullMarked
package org.v2xscms.obu;

import org.jspecify.annotations.NullMarked;
