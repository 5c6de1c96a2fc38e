package isms.platform.imports;

import isms.platform.decider.Command;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decisions on one entry that are recorded together, whole or not at all.
 *
 * @param <F> what decisions do, as people count it
 * @param <P> a decision
 * @param statedAt when they were taken according to the other register; null for now
 */
public record Together<F extends Enum<F>, P>(
        Set<F> effects, @Nullable Instant statedAt, List<P> parts) {

    public Together {
        effects = Set.copyOf(effects);
        parts = List.copyOf(parts);
    }

    /** Adds a decision: to the last ones, where both are said to have happened at the same time. Then there is no half of it. */
    public static <F extends Enum<F>, P> void add(
            List<Together<F, P>> steps, F effect, @Nullable Instant statedAt, P part) {
        Together<F, P> last = steps.isEmpty() ? null : steps.getLast();
        if (last == null || !Objects.equals(last.statedAt(), statedAt)) {
            steps.add(new Together<>(EnumSet.of(effect), statedAt, List.of(part)));
            return;
        }
        var effects = EnumSet.copyOf(last.effects());
        effects.add(effect);
        var parts = new ArrayList<>(last.parts());
        parts.add(part);
        steps.set(steps.size() - 1, new Together<>(effects, statedAt, parts));
    }

    /** All decisions as one command: each sees what those before it have decided. */
    public <S, E> Command<S, E> command(Function<P, Command<S, E>> decision, BiFunction<S, E, S> evolve) {
        return before -> {
            var facts = new ArrayList<E>();
            S state = before;
            for (P part : parts) {
                for (E fact : decision.apply(part).decide(state)) {
                    facts.add(fact);
                    state = evolve.apply(state, fact);
                }
            }
            return facts;
        };
    }

    /** The effects as the report counts them: {@code created}. */
    public Set<String> words() {
        return effects.stream()
                .map(effect -> effect.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
