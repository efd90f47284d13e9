/**
 * Hardware tokens behind PKCS#11 v2.40: a narrow port over the wrapper's calls, a bounded set of threads that own one
 * session each, recovery after errors, a watchdog, and two slots that stand in for each other.
 */
@NullMarked
package org.v2xscms.hsm.pkcs11;

import org.jspecify.annotations.NullMarked;
