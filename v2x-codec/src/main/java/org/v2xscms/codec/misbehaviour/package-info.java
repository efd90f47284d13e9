/**
 * Misbehaviour reports: ETSI TS 103 759 and SAE J3287, which share everything but the container.
 *
 * <p>The ASN.1 modules are not public. The types are a flat reconstruction with the same encoding: where the modules have
 * information object classes, these have a key and an open type. The container is known from two independent
 * implementations, the observation ids of CAM from two, those of BSM from one, those of DENM from none.
 */
@NullMarked
package org.v2xscms.codec.misbehaviour;

import org.jspecify.annotations.NullMarked;
