package org.v2xscms.ra.misbehaviour;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.v2xscms.ra.RaSettings;
import org.v2xscms.ra.device.DeviceId;

/** Counts the reports of the present minute, so that nobody can drown the misbehaviour authority. In memory only. */
public final class ReportBudget {

    private static final long MINUTE = 60;

    private final RaSettings.Reports limits;
    private final InstantSource clock;
    private final Map<DeviceId, Integer> byDevice = new HashMap<>();
    private long minute;
    private int anonymous;
    private int total;

    public ReportBudget(RaSettings.Reports limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Spends one report.
     *
     * @param device who reports; empty for somebody who does not say
     * @return whether there was one left
     */
    synchronized boolean spend(Optional<DeviceId> device) {
        long now = Math.floorDiv(clock.instant().getEpochSecond(), MINUTE);
        if (now != minute) {
            minute = now;
            byDevice.clear();
            anonymous = 0;
            total = 0;
        }
        boolean left = total < limits.total()
                && device.map(reporter -> byDevice.getOrDefault(reporter, 0) < limits.perDevice())
                        .orElse(anonymous < limits.anonymous());
        if (left) {
            total++;
            if (device.isPresent()) {
                byDevice.merge(device.get(), 1, Integer::sum);
            } else {
                anonymous++;
            }
        }
        return left;
    }
}
