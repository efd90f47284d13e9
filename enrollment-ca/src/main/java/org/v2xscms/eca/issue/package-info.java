/** Enrolment certificates: what is to be signed, signing it, and answering a request once. */
@NullMarked
package org.v2xscms.eca.issue;

import org.jspecify.annotations.NullMarked;
