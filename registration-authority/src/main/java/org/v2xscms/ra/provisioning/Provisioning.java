package org.v2xscms.ra.provisioning;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.messages.CertificateOutcome;
import org.v2xscms.ra.device.DeviceId;
import org.v2xscms.ra.device.Devices;

/**
 * One round of work: weeks that are due are prepared, mixed, sent, and their answers stored. Everything that was stored
 * and not answered is in the mixer; after a restart it is put there again, and the ACA answers a request it has seen
 * before with the same octets. Used by one thread.
 */
public final class Provisioning {

    private static final int SINGLES_AT_ONCE = 100;

    private final AuthorityDatabase database;
    private final Devices devices;
    private final WeekPreparation preparation;
    private final Mixer mixer;
    private final CertificateAuthority aca;
    private final CrashPoints crash;
    private final Counter complete;
    private final Counter refused;
    private boolean resumed;

    public Provisioning(
            AuthorityDatabase database,
            Devices devices,
            WeekPreparation preparation,
            Mixer mixer,
            CertificateAuthority aca,
            CrashPoints crash,
            MeterRegistry meters) {
        this.database = database;
        this.devices = devices;
        this.preparation = preparation;
        this.mixer = mixer;
        this.aca = aca;
        this.crash = crash;
        this.complete = meters.counter("scms.ra.weeks", "state", "complete");
        this.refused = meters.counter("scms.ra.weeks", "state", "refused");
    }

    /** Does what can be done now. What fails is found again in the database by the next round. */
    public void round() throws InterruptedException {
        try {
            if (!resumed) {
                database.inTransaction("finding open weeks", WeekRows::openWeeks)
                        .forEach(mixer::add);
                resumed = true;
            }
            weeks();
            singles();
        } catch (RuntimeException e) {
            mixer.remove(device -> true);
            resumed = false;
            throw e;
        }
    }

    private void weeks() throws InterruptedException {
        preparation.prepare().forEach(mixer::add);
        Set<DeviceId> blocked = database.inTransaction(
                "finding blocked devices", connection -> devices.blockedAmong(connection, mixer.held()));
        mixer.remove(blocked::contains);
        for (List<Mixer.Single> batch : mixer.release()) {
            mixer.putBack(send(batch));
        }
    }

    /** Single certificates are not mixed: there is nothing to link. */
    private void singles() throws InterruptedException {
        for (Week single : database.inTransaction(
                "finding single requests", connection -> WeekRows.openSingles(connection, SINGLES_AT_ONCE))) {
            if (!send(List.of(new Mixer.Single(single, 0))).isEmpty()) {
                return;
            }
        }
    }

    /** Sends a batch and stores what comes back; what is left is to be sent again. */
    private List<Mixer.Single> send(List<Mixer.Single> batch) throws InterruptedException {
        Optional<List<CertificateOutcome>> outcomes =
                aca.issue(batch.stream().map(Mixer.Single::request).toList());
        if (outcomes.isEmpty()) {
            return batch;
        }
        crash.reached("ra.batch.answered");
        Set<Week> touched = new LinkedHashSet<>();
        List<Mixer.Single> later = new ArrayList<>();
        for (int n = 0; n < batch.size(); n++) {
            Mixer.Single single = batch.get(n);
            switch (outcomes.get().get(n)) {
                case CertificateOutcome.Issued issued -> single.week().answer(single.j(), issued.response());
                case CertificateOutcome.Refused _ -> single.week().refuse();
                case CertificateOutcome.Later _ -> later.add(single);
            }
            touched.add(single.week());
        }
        store(touched);
        crash.reached("ra.answers.stored");
        return later;
    }

    private void store(Collection<Week> weeks) {
        database.inTransaction("storing answers", connection -> {
            WeekRows.update(connection, weeks);
            return true;
        });
        for (Week week : weeks) {
            switch (week.state()) {
                case OPEN -> {}
                case COMPLETE -> complete.increment();
                case REFUSED -> refused.increment();
            }
        }
    }
}
