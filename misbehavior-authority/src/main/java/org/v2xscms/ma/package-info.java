/** The misbehaviour authority: takes reports, keeps cases, has operators decide, and revokes. */
@NullMarked
package org.v2xscms.ma;

import org.jspecify.annotations.NullMarked;
