/** Time in TAI since 2004 and the periods that pseudonym certificates are counted in. */
@NullMarked
package org.v2xscms.crypto.time;

import org.jspecify.annotations.NullMarked;
