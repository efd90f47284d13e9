/**
 * Misbehaviour reports about basic safety messages (ETSI TS 103 759, SAE J3287): composed and sealed by the device, opened
 * and checked by the misbehaviour authority.
 */
@NullMarked
package org.v2xscms.application.report;

import org.jspecify.annotations.NullMarked;
