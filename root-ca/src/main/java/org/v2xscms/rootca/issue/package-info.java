/** Issuing: lint, remember, sign, verify, keep. The same request has one certificate for ever. */
@NullMarked
package org.v2xscms.rootca.issue;

import org.jspecify.annotations.NullMarked;
