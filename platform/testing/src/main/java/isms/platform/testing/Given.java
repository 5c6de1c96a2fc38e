package isms.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import isms.platform.decider.Refusal;
import isms.platform.decider.Rule;
import isms.platform.decider.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A test of a decision as a sentence over facts:
 *
 * {@snippet :
 * Given.facts(new ThingAggregate(), new ThingRegistered("Pump")).when(new CloseThing()).then(new ThingClosed());
 * Given.nothing(new ThingAggregate()).when(new CloseThing()).refusedBy(ThingRule.ONLY_A_REGISTERED_THING_IS_CLOSED);
 * }
 */
public final class Given<S, E> {

    private final AggregateType<S, E, ?> type;
    private final List<E> facts;

    private Given(AggregateType<S, E, ?> type, List<E> facts) {
        this.type = type;
        this.facts = List.copyOf(facts);
    }

    /** An aggregate of which nothing is known yet. */
    public static <S, E> Given<S, E> nothing(AggregateType<S, E, ?> type) {
        return new Given<>(type, List.of());
    }

    /** An aggregate with a past. */
    @SafeVarargs
    public static <S, E> Given<S, E> facts(AggregateType<S, E, ?> type, E... facts) {
        return new Given<>(type, Arrays.asList(facts));
    }

    /** An aggregate with a past. */
    public static <S, E> Given<S, E> facts(AggregateType<S, E, ?> type, List<? extends E> facts) {
        return new Given<>(type, new ArrayList<>(facts));
    }

    /** The past goes on. */
    @SafeVarargs
    public final Given<S, E> and(E... more) {
        List<E> all = new ArrayList<>(facts);
        all.addAll(Arrays.asList(more));
        return new Given<>(type, all);
    }

    /** The state that the facts make. */
    public S state() {
        S state = type.initial();
        for (E fact : facts) {
            state = type.evolve(state, fact);
        }
        return state;
    }

    /** A command meets this past. */
    public When<S, E> when(Command<S, E> command) {
        try {
            return new When<>(this, command, List.copyOf(command.decide(state())), null);
        } catch (Refusal refusal) {
            return new When<>(this, command, List.of(), refusal);
        }
    }

    /** What came of a command. */
    public static final class When<S, E> {

        private final Given<S, E> given;
        private final Command<S, E> command;
        private final List<E> decided;
        private final @Nullable Refusal refusal;

        private When(Given<S, E> given, Command<S, E> command, List<E> decided, @Nullable Refusal refusal) {
            this.given = given;
            this.command = command;
            this.decided = decided;
            this.refusal = refusal;
        }

        /** It was decided, and exactly these facts came of it. The past goes on with them. */
        @SafeVarargs
        public final Given<S, E> then(E... expected) {
            assertThat(facts()).as("facts of %s", command).containsExactly(expected);
            return onward();
        }

        /** It was decided, and nothing came of it: the intention was met already. */
        public Given<S, E> thenNothing() {
            assertThat(facts()).as("facts of %s", command).isEmpty();
            return given;
        }

        /** It was decided; look at the facts yourself. The past goes on with them. */
        public Given<S, E> then(Consumer<List<E>> look) {
            look.accept(facts());
            return onward();
        }

        /** The rule refused it. */
        public void refusedBy(Rule rule) {
            assertThat(refused().rule())
                    .as("rule that refused %s (%s)", command, refused().getMessage())
                    .isEqualTo(rule);
            assertThat(refused().rule().remedy()).as("remedy of %s", rule).isNotBlank();
        }

        /** The rule refused it and points at exactly these parts of the request. */
        public void refusedBy(Rule rule, String... pointers) {
            refusedBy(rule);
            assertThat(refused().violations())
                    .as("violations of %s", rule)
                    .extracting(Violation::pointer)
                    .containsExactlyInAnyOrder(pointers);
        }

        /** What it was decided to; fails when it was refused. */
        public List<E> facts() {
            if (refusal != null) {
                fail("%s was refused by %s: %s", command, refusal.rule().name(), refusal.getMessage());
            }
            return decided;
        }

        /** How it was refused; fails when it was not. */
        public Refusal refused() {
            if (refusal == null) {
                return fail("%s was not refused, but decided to %s", command, decided);
            }
            return refusal;
        }

        private Given<S, E> onward() {
            List<E> all = new ArrayList<>(given.facts);
            all.addAll(decided);
            return new Given<>(given.type, all);
        }
    }
}
