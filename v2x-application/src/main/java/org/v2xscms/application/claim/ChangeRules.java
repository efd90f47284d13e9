package org.v2xscms.application.claim;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.v2xscms.application.bsm.BsmCoreData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.misbehaviour.Observation;

/**
 * What cannot lie between messages of one sender. Each rule holds for any two of its messages, whatever was sent between
 * them, so leaving messages out of a report cannot make one of them untrue.
 */
final class ChangeRules {

    private ChangeRules() {}

    /**
     * The claims about the last message.
     *
     * @param history messages of one sender in the order of their generation
     */
    static List<Claim> claims(List<EvidenceMessage> history, Thresholds thresholds) {
        List<EvidenceMessage> timed =
                history.stream().filter(ChangeRules::isComparable).toList();
        if (timed.size() < 2 || !isComparable(history.getLast())) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        beaconInterval(timed, thresholds).ifPresent(claims::add);
        EvidenceMessage before = timed.get(timed.size() - 2);
        EvidenceMessage subject = timed.getLast();
        Duration gap = between(before, subject);
        if (gap.compareTo(thresholds.longestPair()) <= 0
                && before.core().isPresent()
                && subject.core().isPresent()) {
            double seconds = gap.toNanos() * 1e-9;
            BsmCoreData from = before.core().get();
            BsmCoreData to = subject.core().get();
            positionJump(from, to, seconds, thresholds)
                    .map(found -> new Claim(Observation.POSITION_JUMP, List.of(before, subject), found))
                    .ifPresent(claims::add);
            speedChange(from, to, seconds, thresholds)
                    .map(found -> new Claim(Observation.SPEED_CHANGE, List.of(before, subject), found))
                    .ifPresent(claims::add);
        }
        return claims;
    }

    private static boolean isComparable(EvidenceMessage message) {
        return message.isForBsm() && message.generated().isPresent();
    }

    private static Optional<Claim> beaconInterval(List<EvidenceMessage> timed, Thresholds thresholds) {
        int needed = thresholds.shortIntervals() + 1;
        if (timed.size() < needed) {
            return Optional.empty();
        }
        List<EvidenceMessage> last = timed.subList(timed.size() - needed, timed.size());
        List<Duration> intervals = new ArrayList<>();
        for (int i = 1; i < needed; i++) {
            intervals.add(between(last.get(i - 1), last.get(i)));
        }
        return intervals.stream().allMatch(interval -> interval.compareTo(thresholds.shortestInterval()) < 0)
                ? Optional.of(new Claim(Observation.BEACON_INTERVAL, last, "intervals of " + intervals))
                : Optional.empty();
    }

    /** Further than the higher speed, full acceleration, both accuracies and the margin together can explain. */
    private static Optional<String> positionJump(
            BsmCoreData from, BsmCoreData to, double seconds, Thresholds thresholds) {
        double fromAccuracy = from.accuracy().metres().orElse(0);
        double toAccuracy = to.accuracy().metres().orElse(0);
        if (!from.hasPosition()
                || !to.hasPosition()
                || fromAccuracy > thresholds.worstAccuracy()
                || toAccuracy > thresholds.worstAccuracy()) {
            return Optional.empty();
        }
        double speed = from.hasSpeed() && to.hasSpeed()
                ? Math.max(from.metresPerSecond(), to.metresPerSecond())
                : thresholds.speed();
        double reach = speed * seconds
                + thresholds.acceleration() * seconds * seconds / 2
                + fromAccuracy
                + toAccuracy
                + thresholds.jumpMargin();
        double distance = GreatCircle.metres(from.lat(), from.lon(), to.lat(), to.lon());
        return distance > reach
                ? Optional.of(String.format(
                        Locale.ROOT, "%.1f m in %.3f s, at most %.1f m possible", distance, seconds, reach))
                : Optional.empty();
    }

    /** Faster by more than full acceleration explains. Slowing down is not judged: walls stop honest cars, too. */
    private static Optional<String> speedChange(
            BsmCoreData from, BsmCoreData to, double seconds, Thresholds thresholds) {
        if (!from.hasSpeed() || !to.hasSpeed()) {
            return Optional.empty();
        }
        double gain = to.metresPerSecond() - from.metresPerSecond();
        return gain > thresholds.acceleration() * seconds + thresholds.speedMargin()
                ? Optional.of(String.format(Locale.ROOT, "faster by %.2f m/s in %.3f s", gain, seconds))
                : Optional.empty();
    }

    /** The difference of two generation times, which are in order. */
    private static Duration between(EvidenceMessage earlier, EvidenceMessage later) {
        Time64 from = earlier.generated().orElseThrow();
        Time64 to = later.generated().orElseThrow();
        return Duration.of(to.microseconds() - from.microseconds(), ChronoUnit.MICROS);
    }
}
