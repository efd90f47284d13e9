package org.v2xscms.verify.bench;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of the benchmarks.
 *
 * @param rounds how many rounds are counted
 * @param millis CPU time of each competitor in each round
 * @param keys senders of the main figures
 * @param keyWidth bits per digit of the tables of keys
 * @param libcrypto OpenSSL's library, by name or path
 * @param json where to write figures, if anywhere
 */
public record BenchOptions(
        int rounds,
        int millis,
        int keys,
        int keyWidth,
        String libcrypto,
        @Nullable Path json) {

    /** Reads {@code --rounds N --millis N --keys N --width N --libcrypto FILE --json FILE}, all optional. */
    public static BenchOptions parse(String... args) {
        BenchOptions o = new BenchOptions(9, 100, 64, 6, "libcrypto.so.3", null);
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            String value = args[i + 1];
            o = switch (args[i]) {
                case "--rounds" ->
                    new BenchOptions(Integer.parseInt(value), o.millis, o.keys, o.keyWidth, o.libcrypto, o.json);
                case "--millis" ->
                    new BenchOptions(o.rounds, Integer.parseInt(value), o.keys, o.keyWidth, o.libcrypto, o.json);
                case "--keys" ->
                    new BenchOptions(o.rounds, o.millis, Integer.parseInt(value), o.keyWidth, o.libcrypto, o.json);
                case "--width" ->
                    new BenchOptions(o.rounds, o.millis, o.keys, Integer.parseInt(value), o.libcrypto, o.json);
                case "--libcrypto" -> new BenchOptions(o.rounds, o.millis, o.keys, o.keyWidth, value, o.json);
                case "--json" -> new BenchOptions(o.rounds, o.millis, o.keys, o.keyWidth, o.libcrypto, Path.of(value));
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            };
        }
        return o;
    }
}
