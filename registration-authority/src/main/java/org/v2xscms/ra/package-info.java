/** The registration authority: the devices' front door. It knows devices and not their certificates. */
@NullMarked
package org.v2xscms.ra;

import org.jspecify.annotations.NullMarked;
