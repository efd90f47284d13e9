/**
 * Certificates as signatures and hashes see them: points, canonical form, whole-certificate hash, and the public key an
 * explicit certificate states or an implicit one lets compute.
 */
@NullMarked
package org.v2xscms.crypto.certificate;

import org.jspecify.annotations.NullMarked;
