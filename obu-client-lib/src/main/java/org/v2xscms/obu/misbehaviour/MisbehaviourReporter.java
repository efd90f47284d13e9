package org.v2xscms.obu.misbehaviour;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.v2xscms.application.claim.Claim;
import org.v2xscms.application.report.ReportWriter;
import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.obu.CertifiedKeys;
import org.v2xscms.obu.misbehaviour.ReportQueue.Subject;
import org.v2xscms.obu.stack.SecurityStack;
import org.v2xscms.obu.stack.Verdict;

/**
 * Turns what the watch sees into reports: one for each suspect and rule until that one is answered, and none again for a
 * while, because an authority learns no more from a hundred reports of one witness than from one.
 */
public final class MisbehaviourReporter {

    private static final int MAX_REMEMBERED = 4_096;

    private final WatchSettings settings;
    private final SecurityStack stack;
    private final MisbehaviourWatch watch;
    private final ReportWriter writer;
    private final ReportQueue queue;
    private final InstantSource clock;
    private final SecureRandom random;

    private final Map<Subject, Instant> reported = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Subject, Instant> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    /**
     * A reporter.
     *
     * @param stack has the certificate that reports are signed with
     * @param writer seals them for the misbehaviour authority
     * @param queue keeps them until they are uploaded
     */
    public MisbehaviourReporter(
            WatchSettings settings,
            SecurityStack stack,
            MisbehaviourWatch watch,
            ReportWriter writer,
            ReportQueue queue,
            InstantSource clock,
            SecureRandom random) {
        this.settings = settings;
        this.stack = stack;
        this.watch = watch;
        this.writer = writer;
        this.queue = queue;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Looks at a received message and at what the stack said of it.
     *
     * @param here where we are
     * @return the claims that were put into the queue as reports just now
     */
    public List<Claim> observe(Octets received, Verdict verdict, ThreeDLocation here) {
        List<Claim> queued = new ArrayList<>();
        for (Claim claim : watch.observe(received, verdict)) {
            if (report(claim, here)) {
                queued.add(claim);
            }
        }
        return queued;
    }

    private synchronized boolean report(Claim claim, ThreeDLocation here) {
        Subject subject = Subject.of(claim);
        Instant now = clock.instant();
        Instant before = reported.get(subject);
        boolean recent = before != null && now.isBefore(before.plus(settings.repeatAfter()));
        Optional<CertifiedKeys> reporter = stack.current(ReportWriter.REPORT_PSID);
        if (recent || queue.isOpen(subject) || reporter.isEmpty()) {
            return false;
        }
        CertifiedKeys keys = reporter.get();
        if (keys.certificate().equals(claim.subject().signer())) {
            return false;
        }
        queue.add(subject, writer.write(claim, Time64.of(now), here, keys.certificate(), keys.signer(random)));
        reported.remove(subject);
        reported.put(subject, now);
        return true;
    }
}
