/**
 * The misbehaviour rules on basic safety messages: which observations of ETSI TS 103 759 and SAE J3287 a list of verified
 * messages of one sender bears out. The device that reports and the authority that checks the report compute the same
 * pure functions over the same octets, so an honest report is always confirmed.
 */
@NullMarked
package org.v2xscms.application.claim;

import org.jspecify.annotations.NullMarked;
