package org.v2xscms.obu.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.v2xscms.codec.oer.Octets;

/** A disk in memory on which power fails at a write that the test chooses. */
public final class CrashingDisk implements Disk {

    /** When power fails: with the write not done, half done where that can be seen, or done. */
    public enum Moment {
        BEFORE,
        DURING,
        AFTER
    }

    /** The end of the process. */
    public static final class PowerFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Map<String, Octets> files = new HashMap<>();
    private int writesLeft = Integer.MAX_VALUE;
    private Moment moment = Moment.BEFORE;
    private int writes;

    /** Lets power fail at the write number {@code write}, counted from 1. */
    public void failAt(int write, Moment when) {
        writesLeft = write;
        moment = when;
    }

    /** Power is back. */
    public void restart() {
        writesLeft = Integer.MAX_VALUE;
    }

    /** How many writes there were. */
    public int writes() {
        return writes;
    }

    @Override
    public Optional<Octets> read(String name) {
        return Optional.ofNullable(files.get(name));
    }

    @Override
    public void replace(String name, Octets content) {
        write(() -> files.put(name, content), () -> {});
    }

    @Override
    public void append(String name, Octets more) {
        Octets old = files.getOrDefault(name, Octets.EMPTY);
        write(
                () -> files.put(name, Octets.concat(old, more)),
                () -> files.put(name, Octets.concat(old, more.slice(0, more.length() / 2))));
    }

    @Override
    public void remove(String name) {
        if (files.containsKey(name)) {
            write(() -> files.remove(name), () -> {});
        }
    }

    private void write(Runnable whole, Runnable half) {
        writes++;
        if (--writesLeft > 0) {
            whole.run();
            return;
        }
        switch (moment) {
            case BEFORE -> {}
            case DURING -> half.run();
            case AFTER -> whole.run();
        }
        throw new PowerFailure();
    }

    @Override
    public List<String> names(String folder) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(folder + "/"))
                .map(name -> name.substring(folder.length() + 1))
                .sorted()
                .toList();
    }
}
