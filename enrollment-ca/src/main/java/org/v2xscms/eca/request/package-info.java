/** What a device asks: reading it, and the rules on it. */
@NullMarked
package org.v2xscms.eca.request;

import org.jspecify.annotations.NullMarked;
