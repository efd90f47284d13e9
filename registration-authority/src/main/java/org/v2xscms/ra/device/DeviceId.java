package org.v2xscms.ra.device;

import java.nio.ByteBuffer;
import org.v2xscms.codec.oer.Octets;

/** A device, under all of its successive enrolment certificates: 16 random octets that never leave this authority. */
public record DeviceId(Octets octets) {

    static final int LENGTH = 16;

    public DeviceId {
        octets.requireLength("DeviceId", LENGTH);
    }

    /** The key of the advisory lock under which anything about the device changes. */
    long lock() {
        return ByteBuffer.wrap(octets.toByteArray()).getLong();
    }

    /** Names nobody, so that no log line can. */
    @Override
    public String toString() {
        return "a device";
    }
}
