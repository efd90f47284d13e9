/** Certificates and messages that others made, checked with the rules of this module. */
@NullMarked
package org.v2xscms.crypto.realdata;

import org.jspecify.annotations.NullMarked;
