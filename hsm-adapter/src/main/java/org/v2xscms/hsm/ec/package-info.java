/** Names and encodings of elliptic curve keys outside IEEE 1609.2: object identifiers, points, PKCS#8. */
@NullMarked
package org.v2xscms.hsm.ec;

import org.jspecify.annotations.NullMarked;
