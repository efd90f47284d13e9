/** The trust lists of ETSI TS 102 941: certificate trust lists, revocation lists of authorities, link certificates. */
@NullMarked
package org.v2xscms.codec.etsi.ts102941;

import org.jspecify.annotations.NullMarked;
