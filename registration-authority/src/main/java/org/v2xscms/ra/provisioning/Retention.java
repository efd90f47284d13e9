package org.v2xscms.ra.provisioning;

import java.sql.PreparedStatement;
import java.time.InstantSource;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.kernel.database.AuthorityDatabase;

/** Drops the weeks whose certificates have expired, a partition each; once for each new period. */
public final class Retention {

    private final AuthorityDatabase database;
    private final IPeriods periods;
    private final InstantSource clock;
    private long doneBefore = Long.MIN_VALUE;

    public Retention(AuthorityDatabase database, IPeriods periods, InstantSource clock) {
        this.database = database;
        this.periods = periods;
        this.clock = clock;
    }

    /** Certificates of the last period live into this one, so that one stays. */
    public void round() {
        long before = periods.at(Time32.of(clock.instant()).seconds()) - 1;
        if (before <= doneBefore) {
            return;
        }
        database.asOwner("dropping expired weeks", connection -> {
            try (PreparedStatement drop = connection.prepareStatement("select ra.drop_expired(?)")) {
                drop.setInt(1, Math.toIntExact(before));
                return drop.execute();
            }
        });
        doneBefore = before;
    }
}
