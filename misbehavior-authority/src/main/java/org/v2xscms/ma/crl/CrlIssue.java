package org.v2xscms.ma.crl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.CrlPriorityInfo;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.linkage.LinkageRules;
import org.v2xscms.crypto.revocation.RevocationLists;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.ma.cases.Cases;
import org.v2xscms.ma.crl.CrlRecords.Intended;
import org.v2xscms.ma.crl.CrlRecords.Signed;
import org.v2xscms.ma.crl.CrlSigning.Judged;
import org.v2xscms.messages.Accepted;
import org.v2xscms.messages.Publication;
import org.v2xscms.messages.Refusal;

/**
 * Keeps the lists of both series up to date: issues one when something changed, when a period ended, or when the last one
 * has stood for its interval; and publishes the newest until the RA serves it.
 *
 * <pre>
 * 1 decide   the contents and their number are stored
 * 2 sign     the stored contents are signed, the result is judged as a receiver would, and stored
 * 3 file     the public file is replaced
 * 4 publish  the RA is asked until it accepts; then the cases on the list are revoked
 * </pre>
 *
 * <p>Each step begins from what the one before it stored, so a process that died goes on, and a number never stands under
 * two contents. Before every decision the public file is compared with the database: where the file is newer the database
 * was restored, and the published list is taken over with all its entries.
 */
public final class CrlIssue {

    private static final Logger LOG = LoggerFactory.getLogger(CrlIssue.class);

    private final CrlSettings settings;
    private final CurrentPeriod period;
    private final CrlSigning signing;
    private final CrlRecords records;
    private final CrlFolder folder;
    private final PeerClient ra;
    private final CrashPoints crashes;
    private final List<SeriesList> series;
    private final LinkageRules rules;
    private volatile RevocationCheck revocation = RevocationCheck.NONE;

    /** @param ra who serves the lists to vehicles */
    public CrlIssue(
            CrlSettings settings,
            LinkageRules rules,
            CurrentPeriod period,
            CrlSigning signing,
            AuthorityDatabase database,
            AuditLog audit,
            Cases cases,
            PeerClient ra,
            CrashPoints crashes) {
        this.settings = settings;
        this.period = period;
        this.signing = signing;
        this.records = new CrlRecords(database, audit, cases);
        this.folder = new CrlFolder(settings.folder(), settings.craca());
        this.ra = ra;
        this.crashes = crashes;
        this.rules = rules;
        this.series = List.of(
                new LinkageList(settings.pseudonyms(), period, rules), new HashList(settings.applications(), period));
    }

    /**
     * Does what is due. One at a time: two lists of one number cannot be.
     *
     * @return what could not be done and is to be tried again, in words
     */
    public synchronized List<String> run() throws InterruptedException {
        List<String> troubles = new ArrayList<>();
        List<CrlContents> newest = new ArrayList<>();
        for (SeriesList list : series) {
            issue(list).ifPresent(troubles::add);
            publish(list.series()).ifPresent(troubles::add);
            records.newest(list.series()).map(Signed::spdu).map(this::contents).ifPresent(newest::add);
        }
        revocation = RevocationLists.of(newest, rules);
        return troubles;
    }

    /** Judges certificates by the newest lists. */
    public RevocationCheck revocation() {
        return certificate -> revocation.listing(certificate);
    }

    private Optional<String> issue(SeriesList list) {
        @Nullable Current last = current(list);
        long newest = last == null ? -1 : last.number();
        Optional<Intended> unfinished = records.unfinished(list.series(), newest);
        if (unfinished.isPresent()) {
            last = sign(list.series(), unfinished.get());
        }
        CrlContents before = last == null ? null : last.contents();
        Held held = new Held();
        records.intend(list, connection -> decide(list.next(connection, before), list.series(), before, held))
                .ifPresent(intended -> {
                    crashes.reached("ma.crl.intended");
                    sign(list.series(), intended);
                });
        return Optional.ofNullable(held.reason)
                .map(reason -> "series " + list.series().value() + ": " + reason);
    }

    /** Why a list has to wait, told from inside the transaction. */
    private static final class Held {
        private @Nullable String reason;
    }

    private Optional<Intended> decide(Draft draft, CrlSeries series, @Nullable CrlContents last, Held held) {
        Time32 now = period.time();
        if (last != null && now.compareTo(last.issueDate()) < 0) {
            held.reason = "the clock is behind the last list";
            return Optional.empty();
        }
        return switch (draft) {
            case Draft.Held(String reason) -> {
                held.reason = reason;
                yield Optional.empty();
            }
            case Draft.Next(long number, var contents, boolean changed) -> {
                boolean due =
                        last == null || now.seconds() >= last.issueDate().seconds() + seconds(settings.interval());
                if (!changed && !due) {
                    yield Optional.empty();
                }
                if (last != null && now.equals(last.issueDate())) {
                    held.reason = "two lists cannot have one issueDate";
                    yield Optional.empty();
                }
                yield Optional.of(new Intended(
                        number,
                        new CrlContents(
                                series,
                                settings.craca(),
                                now,
                                new Time32(now.seconds() + seconds(settings.validity())),
                                CrlPriorityInfo.NONE,
                                contents)));
            }
        };
    }

    private static long seconds(Duration duration) {
        return duration.toSeconds();
    }

    private Current sign(CrlSeries series, Intended intended) {
        Octets spdu = signing.sign(intended.contents());
        crashes.reached("ma.crl.signed");
        if (signing.judge(spdu) instanceof Judged.Bad(String reason)) {
            throw new IllegalStateException("our own list of series " + series.value() + " is not valid: " + reason);
        }
        records.signed(series, new Signed(intended.number(), spdu));
        crashes.reached("ma.crl.stored");
        LOG.info("list {} of series {} signed", intended.number(), series.value());
        return new Current(intended.number(), intended.contents());
    }

    /** The newest list of a series. */
    private record Current(long number, CrlContents contents) {}

    /** The newest list that this database or the public file knows; null where there is none yet. */
    private @Nullable Current current(SeriesList list) {
        Optional<Signed> stored = records.newest(list.series());
        Optional<Octets> published = folder.read(list.series());
        if (published.isPresent()) {
            CrlContents contents = contents(published.get());
            Signed file = new Signed(list.number(contents), published.get());
            if (stored.isEmpty() || file.number() > stored.get().number()) {
                LOG.warn("the published list {} is newer than the database: taken over", file.number());
                records.adopt(list.series(), contents, file);
                return new Current(file.number(), contents);
            }
        }
        return stored.map(signed -> new Current(signed.number(), contents(signed.spdu())))
                .orElse(null);
    }

    private CrlContents contents(Octets spdu) {
        return switch (signing.judgeAsIssued(spdu)) {
            case Judged.Good(CrlContents contents) -> contents;
            case Judged.Bad(String reason) ->
                throw new IllegalStateException("a list in " + settings.folder()
                        + " or in the database is not valid, so no number is safe: " + reason);
        };
    }

    private Optional<String> publish(CrlSeries series) throws InterruptedException {
        Optional<Signed> newest = records.newest(series);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        Signed list = newest.get();
        if (!folder.read(series).equals(Optional.of(list.spdu()))) {
            folder.write(series, list.spdu());
            crashes.reached("ma.crl.filed");
        }
        if (records.isPublished(series, list.number())) {
            return Optional.empty();
        }
        return switch (ra.ask(new Publication(list.spdu()))) {
            case PeerClient.Reply.Answer(Accepted _, var _) -> {
                crashes.reached("ma.crl.accepted");
                records.published(series, list.number());
                yield Optional.empty();
            }
            case PeerClient.Reply.Answer(Refusal(Refusal.Reason reason), var _) ->
                Optional.of("the RA refused list " + list.number() + ": " + reason);
            case PeerClient.Reply.Answer(var _, var _) -> Optional.of("the RA answered something else");
            case PeerClient.Reply.NoAnswer(var _, String reason) -> Optional.of("the RA: " + reason);
        };
    }
}
