/**
 * The types of the ASN.1 module Ieee1609Dot2Dot1CertManagement (IEEE 1609.2.1-2022): trust lists, certificate chains,
 * composite CRLs and their status.
 */
@NullMarked
package org.v2xscms.codec.ieee1609dot2dot1.certmanagement;

import org.jspecify.annotations.NullMarked;
