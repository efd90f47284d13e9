/**
 * The CRL signer: lists of revoked devices and certificates, signed with a key and a certificate of their own, and their
 * publication (IEEE 1609.2-2022 7.3).
 */
@NullMarked
package org.v2xscms.ma.crl;

import org.jspecify.annotations.NullMarked;
