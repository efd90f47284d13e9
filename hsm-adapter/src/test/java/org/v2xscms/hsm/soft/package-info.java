/** The software token's file and its secrets. */
@NullMarked
package org.v2xscms.hsm.soft;

import org.jspecify.annotations.NullMarked;
