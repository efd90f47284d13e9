/** V2X cryptography of IEEE 1609.2 and 1609.2.1: algorithms and rules, no I/O, no framework. */
@NullMarked
package org.v2xscms.crypto;

import org.jspecify.annotations.NullMarked;
