package org.v2xscms.cli.bench;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.v2xscms.verify.bench.BenchOptions;
import picocli.CommandLine.Option;

/** What the benchmarks of signatures and revocation lists have in common. */
final class FigureOptions {

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there as well.")
    private @Nullable Path json;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "9",
            description = "Interleaved rounds to count; ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--millis",
            paramLabel = "N",
            defaultValue = "100",
            description = "CPU time of each competitor in a round; ${DEFAULT-VALUE}.")
    private int millis;

    /** @throws IllegalArgumentException if there would be nothing to count */
    BenchOptions with(int keys, int keyWidth, String libcrypto) {
        if (rounds < 1 || millis < 1 || keys < 1) {
            throw new IllegalArgumentException("--rounds, --millis and --keys: 1 or more");
        }
        return new BenchOptions(rounds, millis, keys, keyWidth, libcrypto, json);
    }
}
