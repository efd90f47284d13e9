/** The linkage authority: it keeps chains of linkage seeds and knows neither devices nor certificates. */
@NullMarked
package org.v2xscms.la;

import org.jspecify.annotations.NullMarked;
