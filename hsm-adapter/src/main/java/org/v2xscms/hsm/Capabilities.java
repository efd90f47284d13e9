package org.v2xscms.hsm;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What one token can do, and for everything it cannot: why, and what to use instead. */
public final class Capabilities {

    /**
     * Something the token lacks.
     *
     * @param why what was observed, in one sentence
     * @param instead what an operator uses instead, in one sentence
     */
    public record Missing(String why, String instead) {}

    private final Map<Capability, Missing> missing;

    public Capabilities(Map<Capability, Missing> missing) {
        this.missing = missing.isEmpty() ? new EnumMap<>(Capability.class) : new EnumMap<>(missing);
    }

    public boolean has(Capability capability) {
        return !missing.containsKey(capability);
    }

    /** The refusal to give when {@code capability} is asked of this token, empty where the token has it. */
    public Optional<Refusal> refusal(Capability capability) {
        return Optional.ofNullable(missing.get(capability))
                .map(lack -> new Refusal.Unsupported(capability, lack.why(), lack.instead()));
    }

    @Override
    public String toString() {
        return "lacks " + missing.keySet();
    }
}
