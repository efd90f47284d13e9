/** Who asks: a device under its enrolment certificate, blocked or not. */
@NullMarked
package org.v2xscms.ra.device;

import org.jspecify.annotations.NullMarked;
