/** What every authority is started with: settings, keys, database, trust, and the beans made of them. */
@NullMarked
package org.v2xscms.kernel.authority;

import org.jspecify.annotations.NullMarked;
