/**
 * The basic safety message of SAE J2735, in the unaligned packed encoding rules (ITU-T X.691): the message that vehicles
 * broadcast ten times a second under PSID 32.
 *
 * <p>The core data is read and written in full; Part II and regional content are kept as octets. The ASN.1 module of SAE
 * J2735 is not free: field names, ranges and units are those of the standard, and the encoding was checked against
 * messages from the road.
 */
@NullMarked
package org.v2xscms.application.bsm;

import org.jspecify.annotations.NullMarked;
