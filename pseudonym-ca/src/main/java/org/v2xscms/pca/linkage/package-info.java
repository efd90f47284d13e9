/** Pre-linkage values as the linkage authorities send them, and the linkage value made of two. */
@NullMarked
package org.v2xscms.pca.linkage;

import org.jspecify.annotations.NullMarked;
