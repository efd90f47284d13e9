package org.v2xscms.kernel.crash;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.v2xscms.codec.SuppressForbidden;

/**
 * Places in the code where a process may be killed by a crash test, as a power cut would do it: no shutdown hook, no
 * finally block, no reply.
 *
 * <p>A test starts a child JVM with {@code -Dorg.v2xscms.crash=<point>} or {@code <point>:<n>} for the n-th time the
 * point is reached. Without the property the instance is inert. The property is read once, when the instance is made,
 * so a running process cannot be armed.
 */
public final class CrashPoints {

    /** The system property that arms one point. */
    public static final String PROPERTY = "org.v2xscms.crash";

    /** The exit code of a process killed at a point, as of one killed by SIGKILL. */
    public static final int EXIT_CODE = 137;

    private static final CrashPoints INERT = new CrashPoints("", 0);

    private final String armed;
    private final AtomicInteger passesLeft;

    private CrashPoints(String armed, int passes) {
        this.armed = armed;
        this.passesLeft = new AtomicInteger(passes);
    }

    /** Points that never kill. */
    public static CrashPoints inert() {
        return INERT;
    }

    /** Points armed by the system property, or inert ones. */
    public static CrashPoints fromSystemProperty() {
        String setting = System.getProperty(PROPERTY, "");
        if (setting.isEmpty()) {
            return INERT;
        }
        int colon = setting.indexOf(':');
        return colon < 0
                ? new CrashPoints(setting, 1)
                : new CrashPoints(setting.substring(0, colon), Integer.parseInt(setting.substring(colon + 1)));
    }

    /** Halts the JVM if this point is the armed one and its turn has come. */
    @SuppressForbidden("kills the process as a power cut would")
    public void reached(String point) {
        if (point.equals(armed) && passesLeft.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    /** The armed point: a production profile refuses to start when there is one. */
    public Optional<String> armedPoint() {
        return armed.isEmpty() ? Optional.empty() : Optional.of(armed);
    }
}
