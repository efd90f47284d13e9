/** Cases: one for each certificate that enough evidence speaks against, with the states it goes through. */
@NullMarked
package org.v2xscms.ma.cases;

import org.jspecify.annotations.NullMarked;
