/**
 * Keys that are used but never seen: one small vault interface in front of hardware tokens (PKCS#11) and the encrypted
 * software token, with the signing policy, the states of a token and the refusals callers must handle.
 */
@NullMarked
package org.v2xscms.hsm;

import org.jspecify.annotations.NullMarked;
