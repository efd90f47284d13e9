package org.v2xscms.ma.intake;

/**
 * What one sender and all of them together may cost.
 *
 * @param threshold how many different reporters open a case. A reporter is a certificate here, and a device has many: 1
 *     suits a demonstration, and no higher value counts devices, since only the RA could tell
 * @param perReporter how many reports of one certificate are looked at
 * @param disk octets that all reports kept may take on the medium
 * @param atATime how many are judged at a time; others are asked to come back
 */
public record IntakeLimits(int threshold, int perReporter, long disk, int atATime) {

    public IntakeLimits {
        if (threshold < 1 || perReporter < 1 || disk < 1 || atATime < 1) {
            throw new IllegalArgumentException("limits of reports below 1");
        }
    }
}
