/**
 * The types of the ASN.1 module Ieee1609Dot2Dot1Protocol (IEEE 1609.2.1-2022): the PDU of all interfaces, the SPDUs
 * around it, and the permissions of each role.
 */
@NullMarked
package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.jspecify.annotations.NullMarked;
