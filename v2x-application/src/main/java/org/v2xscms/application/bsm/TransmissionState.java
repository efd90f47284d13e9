package org.v2xscms.application.bsm;

/** The gear, in the order of the encoding (SAE J2735, DE_TransmissionState). */
public enum TransmissionState {
    NEUTRAL,
    PARK,
    FORWARD_GEARS,
    REVERSE_GEARS,
    RESERVED_1,
    RESERVED_2,
    RESERVED_3,
    UNAVAILABLE
}
