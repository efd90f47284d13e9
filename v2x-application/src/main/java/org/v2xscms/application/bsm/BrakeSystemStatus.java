package org.v2xscms.application.bsm;

/**
 * Brakes and stability systems (SAE J2735, DF_BrakeSystemStatus), as the numbers of their encoding.
 *
 * @param wheelBrakes five bits, first bit highest: unavailable, left front, left rear, right front, right rear braking
 * @param traction 0 unavailable, 1 off, 2 on, 3 engaged
 * @param abs likewise
 * @param scs likewise
 * @param brakeBoost 0 unavailable, 1 off, 2 on
 * @param auxBrakes 0 unavailable, 1 off, 2 on, 3 reserved
 */
public record BrakeSystemStatus(int wheelBrakes, int traction, int abs, int scs, int brakeBoost, int auxBrakes) {

    /** Nothing is known. */
    public static final BrakeSystemStatus NONE = new BrakeSystemStatus(0b10000, 0, 0, 0, 0, 0);

    public BrakeSystemStatus {
        CoreField.WHEEL_BRAKES.require(wheelBrakes);
        CoreField.TRACTION.require(traction);
        CoreField.ABS.require(abs);
        CoreField.SCS.require(scs);
        CoreField.BRAKE_BOOST.require(brakeBoost);
        CoreField.AUX_BRAKES.require(auxBrakes);
    }
}
