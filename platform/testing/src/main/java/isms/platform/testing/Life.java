package isms.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import isms.platform.decider.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * An aggregate that lives through any commands, for properties: whatever was accepted can be folded, a refusal leaves no
 * trace, and a replay ends where the live state is.
 */
public final class Life<S, E> {

    private final AggregateType<S, E, ?> type;
    private final List<E> facts = new ArrayList<>();
    private S state;

    private Life(AggregateType<S, E, ?> type) {
        this.type = type;
        this.state = type.initial();
    }

    public static <S, E> Life<S, E> of(AggregateType<S, E, ?> type) {
        return new Life<>(type);
    }

    /** Whether the command was accepted. */
    public boolean attempt(Command<S, E> command) {
        S before = state;
        try {
            for (E fact : command.decide(state)) {
                facts.add(fact);
                state = type.evolve(state, fact);
            }
            return true;
        } catch (Refusal refused) {
            assertThat(state).as("state after the refused %s", command).isEqualTo(before);
            return false;
        }
    }

    public S state() {
        return state;
    }

    public List<E> facts() {
        return List.copyOf(facts);
    }

    /** Folding all facts from the beginning ends in the state that was reached step by step. */
    public Life<S, E> replayEqualsLive() {
        S replayed = type.initial();
        for (E fact : facts) {
            replayed = type.evolve(replayed, fact);
        }
        assertThat(replayed).as("replay of %s", facts).isEqualTo(state);
        return this;
    }
}
