/**
 * How authorities talk: every message is a 1609.2 SPDU, signed by a certificate that holds the sender's role and encrypted
 * to the receiver's certificate, whatever carries it.
 */
@NullMarked
package org.v2xscms.kernel.exchange;

import org.jspecify.annotations.NullMarked;
