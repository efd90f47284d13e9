package org.v2xscms.obu.misbehaviour;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.v2xscms.application.claim.Claim;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.obu.store.Disk;

/**
 * Sealed reports on their way to the registration authority, each in a file of its own, oldest first. A report stays until
 * it is {@link #answered}, so none is lost between two starts; the oldest goes where there are too many, and each after a
 * week.
 *
 * <p>A file's name says when it was written, about whom and under which rule: milliseconds since 1970, the digest of the
 * suspect's certificate, target and observation. The content is encrypted to the misbehaviour authority.
 */
public final class ReportQueue {

    private static final Pattern NAME =
            Pattern.compile("([0-9]{15})-([0-9a-f]{16})-([0-9]{1,3})-([0-9]{1,3})\\.report");

    private static final Duration KEPT = Duration.ofDays(7);

    private final Disk disk;
    private final String folder;
    private final int capacity;
    private final InstantSource clock;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * The queue with what an earlier run left in it.
     *
     * @param folder of the disk, for this queue alone
     * @param capacity how many reports it holds
     */
    public ReportQueue(Disk disk, String folder, int capacity, InstantSource clock) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a queue of " + capacity);
        }
        this.disk = disk;
        this.folder = folder;
        this.capacity = capacity;
        this.clock = clock;
        disk.names(folder).forEach(name -> Entry.of(name).ifPresent(entries::add));
    }

    /** A report that waits. */
    public record Pending(String name, Octets report) {}

    private record Entry(String name, Instant written, Subject subject) {

        static Optional<Entry> of(String name) {
            Matcher parts = NAME.matcher(name);
            return parts.matches()
                    ? Optional.of(new Entry(
                            name,
                            Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                            new Subject(
                                    new HashedId8(Octets.ofHex(parts.group(2))),
                                    Integer.parseInt(parts.group(3)),
                                    Integer.parseInt(parts.group(4)))))
                    : Optional.empty();
        }

        static Entry of(Subject subject, Instant now) {
            String name = String.format(
                    Locale.ROOT,
                    "%015d-%s-%d-%d.report",
                    now.toEpochMilli(),
                    subject.suspect.octets(),
                    subject.tgtId,
                    subject.obsId);
            return new Entry(name, now, subject);
        }
    }

    /** Whom a report is about, and under which rule. */
    record Subject(HashedId8 suspect, int tgtId, int obsId) {

        static Subject of(Claim claim) {
            return new Subject(
                    claim.subject().signer().id(),
                    claim.observation().target().tgtId(),
                    claim.observation().obsId());
        }
    }

    /** Whether a report about this waits for its answer. */
    synchronized boolean isOpen(Subject subject) {
        return entries.stream().anyMatch(entry -> entry.subject.equals(subject));
    }

    /** Keeps a report; the oldest makes room. */
    synchronized void add(Subject subject, Octets report) {
        Entry entry = Entry.of(subject, clock.instant());
        disk.replace(path(entry), report);
        entries.add(entry);
        while (entries.size() > capacity) {
            drop(entries.getFirst());
        }
    }

    /** The report to upload next; the same one until it is {@link #answered}. */
    public synchronized Optional<Pending> next() {
        Instant oldest = clock.instant().minus(KEPT);
        while (!entries.isEmpty()) {
            Entry first = entries.getFirst();
            Optional<Octets> report = first.written.isBefore(oldest) ? Optional.empty() : disk.read(path(first));
            if (report.isPresent()) {
                return Optional.of(new Pending(first.name, report.get()));
            }
            drop(first);
        }
        return Optional.empty();
    }

    /** The authority has taken or finally refused the report: it is done. */
    public synchronized void answered(Pending report) {
        entries.stream()
                .filter(entry -> entry.name.equals(report.name()))
                .findFirst()
                .ifPresent(this::drop);
    }

    public synchronized int size() {
        return entries.size();
    }

    private void drop(Entry entry) {
        disk.remove(path(entry));
        entries.remove(entry);
    }

    private String path(Entry entry) {
        return folder + "/" + entry.name;
    }
}
