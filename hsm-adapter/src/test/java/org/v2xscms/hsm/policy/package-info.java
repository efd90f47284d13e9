/** Counters and their file. */
@NullMarked
package org.v2xscms.hsm.policy;

import org.jspecify.annotations.NullMarked;
