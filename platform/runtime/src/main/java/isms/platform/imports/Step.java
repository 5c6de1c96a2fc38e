package isms.platform.imports;

import java.util.Set;
import java.util.UUID;

/**
 * One command that a row leads to.
 *
 * @param effects what it does, as the report counts it: {@code created}, {@code assessed}
 * @param command carries it out; throws what commands throw
 */
public record Step(Set<String> effects, Recording command) {

    public Step {
        effects = Set.copyOf(effects);
    }

    /** Records the facts of a command. */
    @FunctionalInterface
    public interface Recording {
        Recorded carryOut();
    }

    /**
     * What was recorded.
     *
     * @param id of the aggregate
     * @param key of the aggregate
     * @param position of its last fact
     */
    public record Recorded(UUID id, String key, long position) {}
}
