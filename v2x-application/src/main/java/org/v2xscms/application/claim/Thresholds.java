package org.v2xscms.application.claim;

import java.time.Duration;
import java.util.Set;

/**
 * From where on a value is a claim; each must be exceeded.
 *
 * <p>Interval, speeds and acceleration are those of ETSI TS 103 759, J3287's number for acceleration stands in the rule.
 * The standards give no figures for changes of position and speed: those here are ours, loose enough that no vehicle on
 * wheels reaches them.
 *
 * @param shortestInterval below this, messages come too fast: 80 percent of 100 ms
 * @param shortIntervals how many intervals in a row must be too short, because one may be an event that is sent at once
 * @param speed metres per second; 140 for a car, the fastest kind, because Part I does not tell the kind
 * @param reverseSpeed metres per second in reverse gear
 * @param acceleration metres per second squared, forwards: tyres with a friction of 0.9 reach 8.8
 * @param jumpMargin metres that a position may be off besides what speed, acceleration and stated accuracy explain
 * @param worstAccuracy metres; a position with a larger semi-major axis is not judged
 * @param speedMargin metres per second that a speed may change besides what acceleration explains
 * @param longestPair messages further apart are not compared
 * @param partIINeedingSsp ids of Part II elements that a certificate without any SSP for PSID 32 does not permit
 */
public record Thresholds(
        Duration shortestInterval,
        int shortIntervals,
        double speed,
        double reverseSpeed,
        double acceleration,
        double jumpMargin,
        double worstAccuracy,
        double speedMargin,
        Duration longestPair,
        Set<Integer> partIINeedingSsp) {

    /**
     * What devices and authorities use unless told otherwise. Element 1 of Part II is that of special vehicles, with
     * siren and lightbar; the SSP of J2945/1 itself is not public.
     */
    public static final Thresholds STANDARD =
            new Thresholds(Duration.ofMillis(80), 2, 140, 30, 9, 8, 5, 2, Duration.ofSeconds(5), Set.of(1));

    public Thresholds {
        partIINeedingSsp = Set.copyOf(partIINeedingSsp);
        if (shortIntervals < 1) {
            throw new IllegalArgumentException(shortIntervals + " short intervals in a row");
        }
    }
}
