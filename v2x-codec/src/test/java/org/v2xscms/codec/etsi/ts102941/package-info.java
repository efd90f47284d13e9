@NullMarked
package org.v2xscms.codec.etsi.ts102941;

import org.jspecify.annotations.NullMarked;
