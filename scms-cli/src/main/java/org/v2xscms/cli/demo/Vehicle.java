package org.v2xscms.cli.demo;

import java.util.List;
import org.v2xscms.application.claim.Claim;
import org.v2xscms.application.report.ReportWriter;
import org.v2xscms.cli.device.Device;
import org.v2xscms.cli.device.Surroundings;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.obu.CertifiedKeys;
import org.v2xscms.obu.misbehaviour.MisbehaviourReporter;
import org.v2xscms.obu.misbehaviour.MisbehaviourWatch;
import org.v2xscms.obu.misbehaviour.ReportQueue;
import org.v2xscms.obu.misbehaviour.WatchSettings;
import org.v2xscms.obu.stack.SecurityStack;
import org.v2xscms.obu.stack.StackSettings;
import org.v2xscms.obu.stack.Verdict;

/** A vehicle of the demonstration: a provisioned device that drives, sends, judges what it hears, and reports. */
final class Vehicle implements AutoCloseable {

    private static final int REPORTS = 100;

    private final Device device;
    private final Motion motion;
    private final SecurityStack stack;
    private final MisbehaviourReporter reporter;
    private final ReportQueue reports;
    private final List<CertifiedKeys> pseudonyms;

    private Vehicle(
            Device device,
            Motion motion,
            SecurityStack stack,
            MisbehaviourReporter reporter,
            ReportQueue reports,
            List<CertifiedKeys> pseudonyms) {
        this.device = device;
        this.motion = motion;
        this.stack = stack;
        this.reporter = reporter;
        this.reports = reports;
        this.pseudonyms = pseudonyms;
    }

    /** Takes the pseudonyms of all weeks out of the device's store and drives off. */
    static Vehicle of(
            Device device, Motion motion, Surroundings surroundings, StackSettings settings, IPeriods periods) {
        List<CertifiedKeys> pseudonyms = device.storedPseudonyms(periods);
        SecurityStack stack = new SecurityStack(
                settings, device.trust().store(), surroundings.verifier(), surroundings.clock(), surroundings.random());
        stack.use(pseudonyms);
        ReportQueue reports = new ReportQueue(device.disk(), "reports", REPORTS, surroundings.clock());
        MisbehaviourReporter reporter = new MisbehaviourReporter(
                WatchSettings.STANDARD,
                stack,
                new MisbehaviourWatch(
                        WatchSettings.STANDARD, device.trust().store(), surroundings.verifier(), surroundings.clock()),
                ReportWriter.to(device.misbehaviourAuthority(), surroundings.random()),
                reports,
                surroundings.clock(),
                surroundings.random());
        return new Vehicle(device, motion, stack, reporter, reports, List.copyOf(pseudonyms));
    }

    Device device() {
        return device;
    }

    Motion motion() {
        return motion;
    }

    SecurityStack stack() {
        return stack;
    }

    List<CertifiedKeys> pseudonyms() {
        return pseudonyms;
    }

    /** Judges what it hears. */
    Verdict judge(Octets message, long millis) {
        return stack.verify(message, motion.location(millis));
    }

    /** What misbehaviour a message proves. */
    List<Claim> observe(Octets message, Verdict verdict, long millis) {
        return reporter.observe(message, verdict, motion.location(millis));
    }

    /** Sends what waits in its queue; how many reports the authority took. */
    int uploadReports() {
        int taken = 0;
        for (var pending = reports.next(); pending.isPresent(); pending = reports.next()) {
            if (!device.upload(pending.get().report())) {
                return taken;
            }
            reports.answered(pending.get());
            taken++;
        }
        return taken;
    }

    @Override
    public void close() {
        pseudonyms.forEach(CertifiedKeys::close);
        device.close();
    }
}
