/** What devices fetch of their own. */
@NullMarked
package org.v2xscms.ra.download;

import org.jspecify.annotations.NullMarked;
