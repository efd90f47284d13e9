/**
 * The rim every authority has towards HTTP: TLS 1.3, octet bodies of bounded size, the standard's error numbers, and
 * nothing in headers, logs, health or metrics that would let one authority's knowledge be joined with another's.
 */
@NullMarked
package org.v2xscms.kernel.http;

import org.jspecify.annotations.NullMarked;
