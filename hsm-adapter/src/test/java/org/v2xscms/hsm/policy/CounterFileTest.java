package org.v2xscms.hsm.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.oer.Octets;

class CounterFileTest {

    private static final Octets ONE = Octets.of((byte) 1);
    private static final Octets TWO = Octets.of((byte) 2);

    @TempDir
    private Path directory;

    @Test
    void countsOutliveTheProcess() throws Exception {
        Path file = directory.resolve("counters");
        try (CounterFile counters = CounterFile.open(file)) {
            counters.count(ONE);
            counters.count(ONE);
            counters.count(TWO);
        }
        try (CounterFile counters = CounterFile.open(file)) {
            assertEquals(2, counters.of(ONE));
            counters.count(ONE);
            assertEquals(3, counters.of(ONE));
            assertEquals(1, counters.of(TWO));
            assertEquals(0, counters.of(Octets.of((byte) 3)));
        }
    }

    @Test
    void noCountIsLostBetweenThreads() throws Exception {
        try (CounterFile counters = CounterFile.open(directory.resolve("counters"))) {
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                for (int thread = 0; thread < 8; thread++) {
                    threads.execute(() -> {
                        for (int i = 0; i < 10_000; i++) {
                            counters.count(ONE);
                        }
                    });
                }
            }
            assertEquals(80_000, counters.of(ONE));
        }
    }

    @Test
    void aFileInUseIsRefused() throws Exception {
        Path file = directory.resolve("counters");
        try (CounterFile counters = CounterFile.open(file)) {
            counters.count(ONE);
            IOException refusal = assertThrows(IOException.class, () -> CounterFile.open(file));
            assertTrue(String.valueOf(refusal.getMessage()).contains("in use"));
        }
    }

    @Test
    void anotherKindOfFileIsRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("counters"), "something else entirely, and long enough");
        IOException refusal = assertThrows(IOException.class, () -> CounterFile.open(file));
        assertTrue(String.valueOf(refusal.getMessage()).contains("not a file of signature counters"));
    }
}
