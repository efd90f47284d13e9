package org.v2xscms.ra.provisioning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.ra.device.DeviceId;

/**
 * One device-week on its way: what the ACA is asked and what it has answered, by j. Used by one thread.
 */
final class Week {

    private final Key key;
    private final DeviceId device;
    private final List<Octets> requests;
    private final List<@Nullable Octets> responses;
    private boolean refused;

    /** Which week of which request. */
    record Key(int i, HashedId8 requestHash) {}

    Week(Key key, DeviceId device, List<Octets> requests, List<@Nullable Octets> responses) {
        this.key = key;
        this.device = device;
        this.requests = List.copyOf(requests);
        this.responses = new ArrayList<>(responses);
    }

    /** A week of which nothing is answered. */
    static Week open(Key key, DeviceId device, List<Octets> requests) {
        return new Week(key, device, requests, Collections.nCopies(requests.size(), null));
    }

    Key key() {
        return key;
    }

    DeviceId device() {
        return device;
    }

    List<Octets> requests() {
        return requests;
    }

    List<@Nullable Octets> responses() {
        return Collections.unmodifiableList(responses);
    }

    /** HPCR of each request. */
    List<Octets> digests() {
        return requests.stream()
                .map(request -> HashFunction.SHA256.digest(request).value())
                .toList();
    }

    void answer(int j, Octets response) {
        responses.set(j, response);
    }

    void refuse() {
        refused = true;
    }

    State state() {
        if (refused) {
            return State.REFUSED;
        }
        return responses.contains(null) ? State.OPEN : State.COMPLETE;
    }

    /** What became of it, with the number in the database. */
    enum State {
        OPEN(0),
        COMPLETE(1),
        REFUSED(2);

        private final int code;

        State(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
