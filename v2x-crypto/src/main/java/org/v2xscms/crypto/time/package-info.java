/** The periods that pseudonym certificates are counted in. */
@NullMarked
package org.v2xscms.crypto.time;

import org.jspecify.annotations.NullMarked;
