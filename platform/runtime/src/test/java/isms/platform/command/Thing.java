package isms.platform.command;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import isms.platform.decider.Fact;
import isms.platform.decider.Recorded;
import isms.platform.decider.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The smallest aggregate that can be begun, changed and refused: a named counter. */
final class Thing extends AggregateType<Thing.State, Thing.Event, Thing.View> {

    record State(boolean exists, int count) {}

    sealed interface Event {}

    @Fact(type = "thing-named", clauses = "7.5.1")
    record Named(String name) implements Event {}

    @Fact(type = "thing-counted", clauses = "7.5.3")
    record Counted(int by) implements Event {}

    record View(String key, long version, String name, int count) {}

    record Name(String name) implements Command<State, Event> {
        @Override
        public List<Event> decide(State state) {
            if (state.exists()) {
                throw Rules.A_THING_IS_NAMED_ONCE.violated();
            }
            return List.of(new Named(name));
        }
    }

    record Count(int by) implements Command<State, Event> {
        @Override
        public List<Event> decide(State state) {
            if (!state.exists()) {
                throw Rules.ONLY_A_NAMED_THING_COUNTS.violated();
            }
            return by == 0 ? List.of() : List.of(new Counted(by));
        }
    }

    enum Rules implements Rule {
        A_THING_IS_NAMED_ONCE,
        ONLY_A_NAMED_THING_COUNTS;

        @Override
        public String id() {
            return "ALL-1";
        }

        @Override
        public String clause() {
            return "7.5.3";
        }

        @Override
        public String sentence() {
            return name();
        }

        @Override
        public String remedy() {
            return "Do otherwise.";
        }
    }

    Thing() {
        super("thing", "THING", Event.class);
    }

    @Override
    public State initial() {
        return new State(false, 0);
    }

    @Override
    public State evolve(State state, Event event) {
        return switch (event) {
            case Named named -> new State(true, 0);
            case Counted counted -> new State(true, state.count() + counted.by());
        };
    }

    @Override
    public View represent(@Nullable View before, Recorded<Event> fact) {
        return switch (fact.event()) {
            case Named named -> new View(key(fact.number()), fact.version(), named.name(), 0);
            case Counted counted ->
                new View(before.key(), fact.version(), before.name(), before.count() + counted.by());
        };
    }
}
