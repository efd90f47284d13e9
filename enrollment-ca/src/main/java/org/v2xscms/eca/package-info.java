/** The enrolment CA: knows which device is which, and gives each the certificate it asks for others with. */
@NullMarked
package org.v2xscms.eca;

import org.jspecify.annotations.NullMarked;
