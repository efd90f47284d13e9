/** Issuance of many certificates at a time, the record of what was issued, and the switch that stops it. */
@NullMarked
package org.v2xscms.pca.issue;

import org.jspecify.annotations.NullMarked;
