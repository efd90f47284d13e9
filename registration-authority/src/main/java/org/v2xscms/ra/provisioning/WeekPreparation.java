package org.v2xscms.ra.provisioning;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.acara.LinkageInfo;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.ra.RaSettings;
import org.v2xscms.ra.device.DeviceId;
import org.v2xscms.ra.device.Devices;
import org.v2xscms.ra.request.SinglePreparation;
import org.v2xscms.ra.request.Wish;

/**
 * Writes what the ACA will be asked and stores it, with its digests, before any of it leaves: a week of which a request
 * was sent is never written anew, so the ACA sees one request for each certificate however often this process dies.
 */
public final class WeekPreparation implements SinglePreparation {

    /** Weeks of one device in one message to a linkage authority. */
    private static final int WEEKS_AT_ONCE = 26;

    private static final int REQUESTS_AT_ONCE = 50;

    private final AuthorityDatabase database;
    private final Devices devices;
    private final PreLinkage linkage;
    private final AcaRequests requests;
    private final IPeriods periods;
    private final InstantSource clock;
    private final RaSettings settings;
    private final CrashPoints crash;

    public WeekPreparation(
            AuthorityDatabase database,
            Devices devices,
            PreLinkage linkage,
            AcaRequests requests,
            IPeriods periods,
            InstantSource clock,
            RaSettings settings,
            CrashPoints crash) {
        this.database = database;
        this.devices = devices;
        this.linkage = linkage;
        this.requests = requests;
        this.periods = periods;
        this.clock = clock;
        this.settings = settings;
        this.crash = crash;
    }

    @Override
    public void prepare(Connection connection, HashedId8 requestHash, DeviceId device, Wish.Single wish, int i)
            throws SQLException {
        Week week = Week.open(new Week.Key(i, requestHash), device, List.of(requests.single(wish)));
        WeekRows.insert(connection, week, null);
    }

    /** Prepares some of the weeks that are due and gives them, stored; none means that nothing could be done. */
    List<Week> prepare() throws InterruptedException {
        long horizon = periods.at(Time32.of(clock.instant()).seconds()) + settings.preloadWeeks();
        List<Week> prepared = new ArrayList<>();
        for (DueRows.Due due : database.inTransaction(
                "finding weeks to prepare", connection -> DueRows.find(connection, horizon, REQUESTS_AT_ONCE))) {
            int last = (int) Math.min(Math.min(horizon, due.lastI()), due.nextI() + WEEKS_AT_ONCE - 1L);
            prepared.addAll(prepare(due, last - due.nextI() + 1));
        }
        return prepared;
    }

    private List<Week> prepare(DueRows.Due due, int weeks) throws InterruptedException {
        int count = due.wish().isLinked() ? settings.certificatesPerWeek() : 1;
        List<List<LinkageInfo>> values = null;
        if (due.wish().isLinked()) {
            Devices.Chains chains =
                    database.inTransaction("reading chains", connection -> devices.chains(connection, due.device()));
            Optional<List<List<LinkageInfo>>> answer = linkage.values(chains, due.nextI(), weeks, count);
            if (answer.isEmpty()) {
                return List.of();
            }
            values = answer.get();
        }
        crash.reached("ra.linkage.fetched");
        List<Week> prepared = write(due, weeks, count, values);
        boolean stored = database.inTransaction("storing weeks", connection -> store(connection, due, prepared));
        crash.reached("ra.week.stored");
        return stored ? prepared : List.of();
    }

    private List<Week> write(DueRows.Due due, int weeks, int count, @Nullable List<List<LinkageInfo>> values) {
        List<Week> written = new ArrayList<>();
        for (int w = 0; w < weeks; w++) {
            int i = due.nextI() + w;
            written.add(Week.open(
                    new Week.Key(i, due.requestHash()),
                    due.device(),
                    requests.weekly(due.wish(), i, count, values == null ? null : values.get(w))));
        }
        return written;
    }

    private boolean store(Connection connection, DueRows.Due due, List<Week> weeks) throws SQLException {
        devices.lock(connection, due.device());
        if (devices.isBlocked(connection, due.device())
                || !DueRows.advance(connection, due, due.nextI() + weeks.size())) {
            return false;
        }
        for (Week week : weeks) {
            WeekRows.insert(connection, week, due.series());
        }
        return true;
    }
}
