package org.v2xscms.cli.system;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.obu.transport.Call;
import org.v2xscms.obu.transport.Reply;
import org.v2xscms.obu.transport.Transport;

/** A device's way to its authorities that remembers the last exchange and can keep requests from leaving. */
final class RecordingTransport implements Transport {

    private final Transport network;
    private boolean holding;
    private @Nullable Call call;
    private @Nullable Reply reply;

    RecordingTransport(Transport network) {
        this.network = network;
    }

    /** From now on posts do not leave the device, or do again. */
    void hold(boolean hold) {
        holding = hold;
    }

    @Override
    public Reply send(Call next) {
        call = next;
        Reply answer = holding && next.body() != null ? new Reply.NoAnswer("held") : network.send(next);
        reply = answer;
        return answer;
    }

    Call lastCall() {
        return Optional.ofNullable(call).orElseThrow();
    }

    /** What the last call posted. */
    Octets lastBody() {
        return Optional.ofNullable(lastCall().body()).orElseThrow();
    }

    Reply.Answer lastAnswer() {
        if (reply instanceof Reply.Answer answer) {
            return answer;
        }
        throw new IllegalStateException("no answer: " + reply);
    }
}
