/**
 * Version 1 of the PDU: enrolment as the CAMP proof of concept has it, which Korean systems still use.
 *
 * <p>CAMP's modules are not public. The types here were read off real requests and answers, their component names are
 * ours, and nothing we send has this form.
 */
@NullMarked
package org.v2xscms.codec.ieee1609dot2dot1.camp;

import org.jspecify.annotations.NullMarked;
