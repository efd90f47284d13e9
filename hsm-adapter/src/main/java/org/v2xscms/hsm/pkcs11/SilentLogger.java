package org.v2xscms.hsm.pkcs11;

import org.xipki.pkcs11.wrapper.Logger;

/**
 * Takes what the wrapper would print to standard output. It is thrown away: templates and handles do not belong in a
 * log, and every failure comes back as an exception anyway.
 */
final class SilentLogger implements Logger {

    @Override
    public void info(String format, Object... arguments) {}

    @Override
    public void warn(String format, Object... arguments) {}

    @Override
    public void error(String format, Object... arguments) {}

    @Override
    public void debug(String format, Object... arguments) {}

    @Override
    public void trace(String format, Object... arguments) {}

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public boolean isWarnEnabled() {
        return false;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }
}
