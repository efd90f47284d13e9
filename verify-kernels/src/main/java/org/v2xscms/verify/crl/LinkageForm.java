package org.v2xscms.verify.crl;

/**
 * Which end of hashes and cipher blocks linkage seeds and values are cut from. The published CAMP and IEEE 1609.2-2016 texts
 * and their vectors keep the most significant octets; a reading of IEEE 1609.2-2022 keeps the others. The two must not be
 * mixed within one linkage authority.
 */
public enum LinkageForm {
    /** Seeds and values are leading octets; D = la_id ‖ j ‖ zeros. */
    MOST_SIGNIFICANT,
    /** Seeds and values are trailing octets; D = zeros ‖ la_id ‖ j. */
    LEAST_SIGNIFICANT
}
