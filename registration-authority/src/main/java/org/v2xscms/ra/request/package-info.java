/** Requests for authorization certificates. */
@NullMarked
package org.v2xscms.ra.request;

import org.jspecify.annotations.NullMarked;
