/** Refuses a message that was accepted before, or whose generation time lies outside the window. */
@NullMarked
package org.v2xscms.kernel.replay;

import org.jspecify.annotations.NullMarked;
