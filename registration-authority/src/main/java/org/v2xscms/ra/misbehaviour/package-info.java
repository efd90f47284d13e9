/** Reports on their way to the misbehaviour authority. */
@NullMarked
package org.v2xscms.ra.misbehaviour;

import org.jspecify.annotations.NullMarked;
