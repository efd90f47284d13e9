package org.v2xscms.cli.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Tells what the demonstration does while it works, and at the end what happened and how long it took. */
final class Story {

    private static final double NANOS = 1e9;

    private final PrintWriter out;
    private final long began = System.nanoTime();
    private final List<Row> rows = new ArrayList<>();

    Story(PrintWriter out) {
        this.out = out;
    }

    private record Row(String what, String result, double seconds) {}

    /** A step that throws when it fails. */
    interface Step<T> {
        T run() throws Exception;
    }

    /** Runs a step, of whose result {@code tell} makes one line. */
    <T> T step(String what, Step<T> step, Function<T, String> tell) throws Exception {
        out.printf(Locale.ROOT, "%6.1f s  %s ...%n", since(began), what);
        out.flush();
        long start = System.nanoTime();
        T result = step.run();
        rows.add(new Row(what, tell.apply(result), since(start)));
        return result;
    }

    /** Adds a line about something that was measured besides. */
    void note(String what, String result, double seconds) {
        rows.add(new Row(what, result, seconds));
    }

    /** The table of what happened. */
    void table() {
        int wide = rows.stream().mapToInt(row -> row.what().length()).max().orElse(0);
        out.println();
        for (Row row : rows) {
            out.printf(Locale.ROOT, "  %-" + wide + "s  %7.2f s  %s%n", row.what(), row.seconds(), row.result());
        }
        out.printf(Locale.ROOT, "  %-" + wide + "s  %7.2f s%n", "all", since(began));
        out.flush();
    }

    double elapsed() {
        return since(began);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / NANOS;
    }
}
