/** What a device keeps over restarts and crashes; secrets encrypted. */
@NullMarked
package org.v2xscms.obu.store;

import org.jspecify.annotations.NullMarked;
