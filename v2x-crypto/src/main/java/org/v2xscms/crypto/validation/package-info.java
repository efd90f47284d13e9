/**
 * When a certificate is good: rules one can read, each with its clause. The same rules judge a received chain and, as the
 * linter, everything an authority is about to sign.
 */
@NullMarked
package org.v2xscms.crypto.validation;

import org.jspecify.annotations.NullMarked;
