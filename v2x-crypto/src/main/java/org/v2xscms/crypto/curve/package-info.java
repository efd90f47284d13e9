/**
 * The five elliptic curves of IEEE 1609.2 and their arithmetic: public points, secret scalars and the constant-time
 * engine below them.
 */
@NullMarked
package org.v2xscms.crypto.curve;

import org.jspecify.annotations.NullMarked;
