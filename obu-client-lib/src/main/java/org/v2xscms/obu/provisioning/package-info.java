/** The device's side of trust lists, enrolment and certificate provisioning (IEEE 1609.2.1-2022). */
@NullMarked
package org.v2xscms.obu.provisioning;

import org.jspecify.annotations.NullMarked;
