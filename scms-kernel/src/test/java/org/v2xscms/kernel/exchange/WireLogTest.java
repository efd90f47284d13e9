package org.v2xscms.kernel.exchange;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WireLogTest {

    @Test
    void onlyATrialThatAsksForOneKeepsAWireLog() {
        Path folder = Path.of("wire-log");
        assertNull(WireLog.of(null, "ma", false));
        assertNotNull(WireLog.of(folder, "ma", false));
        assertThrows(IllegalStateException.class, () -> WireLog.of(folder, "ma", true));
    }
}
