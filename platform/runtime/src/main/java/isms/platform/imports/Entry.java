package isms.platform.imports;

import isms.platform.decider.Refusal;
import isms.platform.imports.ImportReport.Fate;
import isms.platform.imports.Table.Row;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row on its way in. Of one thread at a time. */
final class Entry<T> {

    private final Register<T> register;
    private final Layout layout;
    private final Row row;
    private T value;
    private final Set<String> effects = new TreeSet<>();
    private RowReader reader;
    private Fate fate = Fate.NOT_TRIED;
    private List<Step> steps = List.of();
    private List<String> differences = List.of();
    private @Nullable UUID id;
    private @Nullable String key;

    Entry(Register<T> register, Layout layout, Row row) {
        this.register = register;
        this.layout = layout;
        this.row = row;
        this.reader = new RowReader(layout, row);
        this.value = register.read(reader);
    }

    T value() {
        return value;
    }

    int row() {
        return row.number();
    }

    UUID identity() {
        return register.identity(value);
    }

    String reference() {
        return register.reference(value);
    }

    Fate fate() {
        return fate;
    }

    List<Step> steps() {
        return steps;
    }

    /** What was done, or would be. */
    Set<String> effects() {
        return effects;
    }

    List<String> differences() {
        return differences;
    }

    List<RowProblem> problems() {
        return reader.problems();
    }

    @Nullable
    UUID id() {
        return id;
    }

    @Nullable
    String key() {
        return key;
    }

    /** Another row is about the same thing. */
    void repeats(int other) {
        reader.fault(
                reader.has("externalId") ? "externalId" : null,
                ImportRule.A_ROW_STANDS_ONCE,
                "Row " + other + " is about the same thing.");
    }

    /** Judges it; what could not be understood when it was read counts too. */
    void judge() {
        settle(register.judge(value, reader));
    }

    /** As {@link #judge}, after somebody else was faster. */
    void judgeAgain() {
        reader = new RowReader(layout, row);
        value = register.read(reader);
        register.lookUp(List.of(value));
        settle(register.judge(value, reader));
    }

    private void settle(Verdict verdict) {
        steps = List.of();
        if (!reader.problems().isEmpty()) {
            fate = Fate.REFUSED;
            return;
        }
        switch (verdict) {
            case Verdict.Refused _ ->
                throw new IllegalStateException("row " + row.number() + " is refused without a reason");
            case Verdict.AlreadyThere there -> {
                // what was just done is not unchanged, even if the last step found nothing left to do
                fate = effects.isEmpty() ? Fate.UNCHANGED : Fate.TAKEN;
                id = there.id();
                key = there.key();
            }
            case Verdict.Different other -> {
                fate = Fate.DIFFERENT;
                id = other.id();
                key = other.key();
                differences = other.fields();
            }
            case Verdict.Ready ready -> {
                fate = Fate.NOT_TRIED;
                steps = ready.steps();
            }
        }
    }

    /** In a dry run: what would be done. */
    void pretend() {
        if (!steps.isEmpty()) {
            steps.forEach(step -> effects.addAll(step.effects()));
            fate = Fate.TAKEN;
        }
    }

    /** Records it step by step. Returns the last position. */
    long carryOut() {
        long position = 0;
        for (Step step : steps) {
            Step.Recorded recorded = step.command().carryOut();
            effects.addAll(step.effects());
            id = recorded.id();
            key = recorded.key();
            position = Math.max(position, recorded.position());
        }
        fate = Fate.TAKEN;
        return position;
    }

    void refused(Refusal refusal) {
        reader.refused(refusal);
        fate = Fate.REFUSED;
    }
}
