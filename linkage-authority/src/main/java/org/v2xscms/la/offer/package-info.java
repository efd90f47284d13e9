/** How the ACA comes to the key for pre-linkage values. */
@NullMarked
package org.v2xscms.la.offer;

import org.jspecify.annotations.NullMarked;
