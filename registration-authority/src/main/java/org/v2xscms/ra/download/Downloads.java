package org.v2xscms.ra.download;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.http.ErrorNumber;
import org.v2xscms.kernel.http.ScmsError;
import org.v2xscms.ra.RaSettings;
import org.v2xscms.ra.device.Devices;
import org.v2xscms.ra.device.DownloadCheck;
import org.v2xscms.ra.device.DownloadCheck.Requester;
import org.v2xscms.ra.device.Judged;
import org.v2xscms.ra.provisioning.WeekRows;
import org.v2xscms.ra.request.RequestRows;

/**
 * Finds the certificates a device comes for. A week is there when all its answers are; until then, and where it is
 * somebody else's, there is no such file. A blocked device gets nothing, whatever it asked for before.
 */
public final class Downloads {

    private final AuthorityDatabase database;
    private final Devices devices;
    private final DownloadCheck check;
    private final IPeriods periods;
    private final RaSettings settings;
    private final InstantSource clock;

    public Downloads(
            AuthorityDatabase database,
            Devices devices,
            DownloadCheck check,
            IPeriods periods,
            RaSettings settings,
            InstantSource clock) {
        this.database = database;
        this.devices = devices;
        this.check = check;
        this.periods = periods;
        this.settings = settings;
        this.clock = clock;
    }

    /** A file, or why there is none. */
    sealed interface Found {

        record File(Octets content) implements Found {}

        record None(ScmsError error) implements Found {}
    }

    Found find(@Nullable String header, String name) {
        Optional<FileName> file = FileName.of(name);
        if (file.isEmpty()) {
            return new Found.None(new ScmsError.NotFound());
        }
        return switch (check.judge(header, name)) {
            case Judged.Refused<Requester>(ErrorNumber number) -> new Found.None(new ScmsError.Refused(number));
            case Judged.Accepted<Requester>(Requester requester) ->
                database.inTransaction("finding a file", connection -> find(connection, file.get(), requester));
        };
    }

    private Found find(Connection connection, FileName file, Requester requester) throws SQLException {
        Optional<RequestRows.Asked> asked = RequestRows.find(connection, file.requestHash());
        if (asked.isEmpty() || !isOwner(connection, requester, asked.get())) {
            return new Found.None(new ScmsError.NotFound());
        }
        if (devices.isBlocked(connection, asked.get().device())) {
            return new Found.None(new ScmsError.Refused(ErrorNumber.ENROLLMENT_CERTIFICATE_BLOCKED));
        }
        return file.i().isPresent() == asked.get().weekly()
                ? file(connection, file, asked.get())
                : new Found.None(new ScmsError.NotFound());
    }

    private boolean isOwner(Connection connection, Requester requester, RequestRows.Asked asked) throws SQLException {
        return switch (requester) {
            case Requester.Anybody() -> true;
            case Requester.Known(var enrolled) ->
                devices.find(connection, enrolled)
                        .filter(asked.device()::equals)
                        .isPresent();
        };
    }

    private Found file(Connection connection, FileName file, RequestRows.Asked asked) throws SQLException {
        int i = file.i().orElse(asked.firstI());
        long horizon = periods.at(Time32.of(clock.instant()).seconds()) + settings.preloadWeeks();
        if (asked.weekly() && i > horizon && i <= asked.lastI()) {
            return new Found.None(new ScmsError.Refused(ErrorNumber.DOWNLOAD_MIN_WAIT));
        }
        Optional<List<Octets>> answers = WeekRows.complete(connection, file.requestHash(), i);
        if (answers.isEmpty()) {
            return new Found.None(new ScmsError.NotFound());
        }
        Octets info =
                BatchFile.info(i, file.requestHash(), new Time32(asked.generated()), new Time32(periods.start(i + 1L)));
        return new Found.File(
                switch (file.kind()) {
                    case ZIP -> BatchFile.zip(i, answers.get(), info);
                    case INFO -> info;
                });
    }
}
