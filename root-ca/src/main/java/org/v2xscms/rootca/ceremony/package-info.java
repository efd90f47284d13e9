/** All of it in order: the ceremony that sets up trust and may be interrupted and repeated. */
@NullMarked
package org.v2xscms.rootca.ceremony;

import org.jspecify.annotations.NullMarked;
