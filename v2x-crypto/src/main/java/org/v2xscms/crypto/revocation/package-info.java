/** Revocation lists: who may sign one, and which certificates are on it (IEEE 1609.2-2022 5.1.3, 7.3). */
@NullMarked
package org.v2xscms.crypto.revocation;

import org.jspecify.annotations.NullMarked;
