package org.v2xscms.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.oer.Octets;

/**
 * Jazzer against every decoder, for {@code -Dfuzz.seconds}. A run goes on with the corpus that the one before it left in
 * {@code target/fuzz}. Inputs that once broke a rule are kept in the resource directory {@code found} and tried first.
 */
class FuzzRunTest {

    private static final Path DIRECTORY =
            Path.of(System.getProperty("fuzz.directory", "target/fuzz")).toAbsolutePath();

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 20);

    @Test
    void noInputBreaksTheRulesOfAnyDecoder() throws IOException, InterruptedException {
        Path seeds = Files.createDirectories(DIRECTORY.resolve("seeds"));
        for (DecoderEntry entry : DecoderEntry.all()) {
            List<Octets> samples = Samples.of(entry);
            for (int i = 0; i < samples.size(); i++) {
                Files.write(seeds.resolve(entry.name() + "-" + i), FuzzTarget.input(entry, samples.get(i)));
            }
        }

        FuzzRun run = FuzzRun.of(FuzzTarget.class, DIRECTORY, SECONDS);

        assertEquals(0, run.exitCode(), run.report());
        assertEquals(List.of(), run.reproducers());
        assertTrue(run.executed() > 1000, run::log);
        assertTrue(run.covered() > 1000, run::log);
    }

    @Test
    void aPlantedFaultIsFoundAndItsReproducerIsNamed(@TempDir Path directory) throws IOException, InterruptedException {
        FuzzRun run = FuzzRun.of(PlantedFault.class, directory, 60);

        assertNotEquals(0, run.exitCode());
        assertEquals(1, run.reproducers().size(), run.log());
        assertTrue(run.report().contains("planted"), run.report());
        byte[] reproducer = Files.readAllBytes(run.reproducers().getFirst());
        assertEquals(Octets.ofHex("03812a77"), Octets.of(reproducer, 0, 4));
    }

    @Test
    void inputsThatOnceBrokeARuleBreakNone() throws IOException {
        Path found = Path.of("src/test/resources/found");
        try (Stream<Path> files = Files.list(found)) {
            for (Path file : files.toList()) {
                FuzzTarget.fuzzerTestOneInput(Files.readAllBytes(file));
            }
        }
    }
}
