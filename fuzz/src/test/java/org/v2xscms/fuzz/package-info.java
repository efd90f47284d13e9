/** Hostile input for every decoder, and a foreign codec as judge of what ours writes. */
@NullMarked
package org.v2xscms.fuzz;

import org.jspecify.annotations.NullMarked;
