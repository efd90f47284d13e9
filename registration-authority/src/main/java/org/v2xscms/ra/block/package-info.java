/** What the misbehaviour authority may order. */
@NullMarked
package org.v2xscms.ra.block;

import org.jspecify.annotations.NullMarked;
