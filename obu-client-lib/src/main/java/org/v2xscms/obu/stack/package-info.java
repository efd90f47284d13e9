/**
 * Signing and verifying of broadcast messages: what a vehicle's radio stack calls. {@link
 * org.v2xscms.obu.stack.SecurityStack} is the door; everything runs in the caller's thread and on the clock it was given.
 */
@NullMarked
package org.v2xscms.obu.stack;

import org.jspecify.annotations.NullMarked;
