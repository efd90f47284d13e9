/** The authorization CA: it issues certificates without knowing for whom, and which of them belong together. */
@NullMarked
package org.v2xscms.pca;

import org.jspecify.annotations.NullMarked;
