package isms.platform.projection;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Fact;
import isms.platform.decider.Recorded;
import isms.platform.readmodel.VersionedRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small aggregate with every kind of column in its row. */
public final class Counter extends AggregateType<Integer, Counter.Event, Counter.Row> {

    public enum Size {
        SMALL,
        VERY_LARGE
    }

    public record Step(int by, String note) {}

    public sealed interface Event {}

    @Fact(type = "counter-named", clauses = "7.5.1")
    public record Named(String name) implements Event {}

    @Fact(type = "counter-counted", clauses = "7.5.3")
    public record Counted(int by, String note) implements Event {}

    public static class Row extends VersionedRow {
        public String name;
        public int total;
        public Size size;
        public Step lastStep;
        public List<Step> steps = new ArrayList<>();
        public List<String> notes = new ArrayList<>();
    }

    Counter() {
        super("counter", "CNT", Event.class);
    }

    @Override
    public Integer initial() {
        return 0;
    }

    @Override
    public Integer evolve(Integer state, Event event) {
        return switch (event) {
            case Named named -> 0;
            case Counted counted -> state + counted.by();
        };
    }

    /** Cannot represent a step of 13: what a defect in a projection looks like. */
    @Override
    public Row represent(@Nullable Row before, Recorded<Event> fact) {
        return switch (fact.event()) {
            case Named named -> {
                var row = new Row();
                row.name = named.name();
                row.size = Size.SMALL;
                yield row;
            }
            case Counted counted -> {
                if (counted.by() == 13 && !defectMended) {
                    throw new IllegalStateException("cannot count to 13");
                }
                var row = (Row) before.clone();
                row.total += counted.by();
                row.size = row.total > 100 ? Size.VERY_LARGE : Size.SMALL;
                row.lastStep = new Step(counted.by(), counted.note());
                row.steps = new ArrayList<>(row.steps);
                row.steps.add(row.lastStep);
                row.notes = new ArrayList<>(row.notes);
                row.notes.add(counted.note());
                yield row;
            }
        };
    }

    volatile boolean defectMended;
}
