package org.v2xscms.cli.system;

import java.util.logging.LogManager;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sends what the authorities log into a file of the data folder, so that a command's own output stays readable. */
public final class SystemLog {

    private static final String FILE = "scms.log";

    private SystemLog() {}

    /** To be called before anything logs. */
    public static void into(DataFolder data) {
        System.setProperty("scms.log", data.root().resolve(FILE).toString());
        // Each authority would otherwise configure logging anew, for all of them.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        LogManager.getLogManager().reset();
        SLF4JBridgeHandler.install();
    }
}
