/** Which request a reported certificate came from, told to nobody without an approved order. */
@NullMarked
package org.v2xscms.pca.resolve;

import org.jspecify.annotations.NullMarked;
