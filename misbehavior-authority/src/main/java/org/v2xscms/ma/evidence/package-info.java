/** The one place that knows how reports and their evidence are read: everything else sees accusations. */
@NullMarked
package org.v2xscms.ma.evidence;

import org.jspecify.annotations.NullMarked;
