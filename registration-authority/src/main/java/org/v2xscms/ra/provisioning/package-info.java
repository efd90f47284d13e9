/** From a stored request to answers for each week: linkage values, cocoon keys, mixing, the ACA. */
@NullMarked
package org.v2xscms.ra.provisioning;

import org.jspecify.annotations.NullMarked;
