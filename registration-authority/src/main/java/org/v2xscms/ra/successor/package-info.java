/** The next enrolment certificate, passed between device and ECA. */
@NullMarked
package org.v2xscms.ra.successor;

import org.jspecify.annotations.NullMarked;
