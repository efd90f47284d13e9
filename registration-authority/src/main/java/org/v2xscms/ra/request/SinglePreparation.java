package org.v2xscms.ra.request;

import java.sql.Connection;
import java.sql.SQLException;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.ra.device.DeviceId;

/** Stores what the ACA will be asked for a single certificate, in the transaction that stores the device's request. */
@FunctionalInterface
public interface SinglePreparation {

    void prepare(Connection connection, HashedId8 requestHash, DeviceId device, Wish.Single wish, int i)
            throws SQLException;
}
