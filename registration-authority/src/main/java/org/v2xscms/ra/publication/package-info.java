/** Public signed files, served as they are. */
@NullMarked
package org.v2xscms.ra.publication;

import org.jspecify.annotations.NullMarked;
