package org.v2xscms.application.bsm;

/**
 * The vehicle's outline (SAE J2735, DF_VehicleSize).
 *
 * @param width in cm, 1 to 1023, or 0 where it is unavailable
 * @param length in cm, 1 to 4095, or 0 where it is unavailable
 */
public record VehicleSize(int width, int length) {

    public VehicleSize {
        CoreField.WIDTH.require(width);
        CoreField.LENGTH.require(length);
    }
}
