/** The one way a seed leaves: an order of the misbehaviour authority that others vouch for. */
@NullMarked
package org.v2xscms.la.seed;

import org.jspecify.annotations.NullMarked;
