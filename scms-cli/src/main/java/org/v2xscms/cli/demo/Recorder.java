package org.v2xscms.cli.demo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.v2xscms.obu.transport.Call;
import org.v2xscms.obu.transport.Reply;
import org.v2xscms.obu.transport.Transport;

/** Keeps what devices asked and were answered. Safe for threads: devices work at the same time. */
final class Recorder {

    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    /**
     * One answered request.
     *
     * @param device who asked
     */
    record Exchange(String device, Call call, Reply.Answer answer) {

        boolean succeeded() {
            return answer.status() / 100 == 2 && answer.whole();
        }

        boolean isTo(String end) {
            return call.uri().toString().endsWith(end);
        }
    }

    Transport of(String device, Transport transport) {
        return call -> {
            Reply reply = transport.send(call);
            if (reply instanceof Reply.Answer answer) {
                exchanges.add(new Exchange(device, call, answer));
            }
            return reply;
        };
    }

    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }
}
