package org.v2xscms.cli.device;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.eca.device.DeviceController;
import org.v2xscms.eca.device.DeviceRegistration;
import org.v2xscms.kernel.http.BackEndChannel;
import org.v2xscms.kernel.operator.OperatorCredential;

/** What a vehicle maker's operator tells the enrolment authority about devices. */
public final class DeviceAdministration {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ANSWER_LIMIT = 1 << 16;
    private static final String AUTHORITY = "eca";

    private final URI target;
    private final BackEndChannel channel;
    private final InstantSource clock;

    /**
     * For the enrolment authority at {@code eca}.
     *
     * @param trusted the PEM file of the certificate trusted over TLS
     */
    public DeviceAdministration(URI eca, Path trusted, InstantSource clock) {
        this.target = eca.resolve(DeviceController.DEVICES);
        this.channel = BackEndChannel.trusting(trusted, PATIENCE, ANSWER_LIMIT);
        this.clock = clock;
    }

    /**
     * Registers a device under its name with its canonical key.
     *
     * @throws IllegalStateException if the authority does not take it; the message says its status
     */
    public void register(Device device, OperatorCredential operator) throws InterruptedException {
        Octets body = DeviceRegistration.CODEC.encode(DeviceRegistration.of(device.name(), device.canonicalKey()));
        Map<String, String> headers =
                new HashMap<>(operator.headers(AUTHORITY, "POST", DeviceController.DEVICES, body, clock.instant()));
        headers.put("Content-Type", "application/octet-stream");
        switch (channel.ask("POST", target, headers, body)) {
            case BackEndChannel.Reply.NoAnswer() ->
                throw new IllegalStateException("the enrolment authority does not answer");
            case BackEndChannel.Reply.Received received -> {
                if (received.status() != 200) {
                    throw new IllegalStateException("the enrolment authority does not register " + device.name()
                            + ": status " + received.status()
                            + received.error().map(error -> ", error " + error).orElse(""));
                }
            }
        }
    }
}
