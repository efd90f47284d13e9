/** The profile of ETSI TS 103 097 (module EtsiTs103097Module) on the types of IEEE 1609.2. */
@NullMarked
package org.v2xscms.codec.etsi.ts103097;

import org.jspecify.annotations.NullMarked;
