/** What every token must do alike, run against each real one. */
@NullMarked
package org.v2xscms.hsm.contract;

import org.jspecify.annotations.NullMarked;
