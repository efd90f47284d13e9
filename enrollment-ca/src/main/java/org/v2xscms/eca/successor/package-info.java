/** The next enrolment certificate of a device, which the RA asks for on its behalf. */
@NullMarked
package org.v2xscms.eca.successor;

import org.jspecify.annotations.NullMarked;
