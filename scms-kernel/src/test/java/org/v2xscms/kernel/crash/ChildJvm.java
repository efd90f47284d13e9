package org.v2xscms.kernel.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own with this one's class path, for tests that kill a process. */
public final class ChildJvm {

    private final Class<?> main;
    private final List<String> arguments;
    private final List<String> options = new ArrayList<>();

    private ChildJvm(Class<?> main, List<String> arguments) {
        this.main = main;
        this.arguments = arguments;
    }

    public static ChildJvm of(Class<?> main, String... arguments) {
        return new ChildJvm(main, List.of(arguments));
    }

    /** Arms one crash point in the child. */
    public ChildJvm crashingAt(String point) {
        options.add("-D" + CrashPoints.PROPERTY + "=" + point);
        return this;
    }

    /** Starts the child; what it prints appears where this JVM prints. */
    public Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start();
    }
}
