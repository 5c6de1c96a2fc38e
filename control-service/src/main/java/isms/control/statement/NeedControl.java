package isms.control.statement;

import isms.control.statement.Statement.Kept;
import isms.control.statement.StatementEvent.ControlNeeded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Let a treatment plan make a control necessary. The same need twice is one. */
record NeedControl(String control, @Nullable String title, Need need) implements StatementCommand {

    @Override
    public List<StatementEvent> decide(Statement state) {
        return switch (state) {
            case Statement.None _ -> List.of();
            case Kept kept -> needed(kept);
        };
    }

    private List<StatementEvent> needed(Kept kept) {
        String reference = Reference.of(control);
        if (reference.isEmpty() || kept.needs().of(reference).contains(need)) {
            return List.of();
        }
        String own = Reference.requirement(reference).isPresent() ? null : title;
        Tally tally = kept.after(new ControlNeeded(
                reference, own, need, kept.open(), kept.lines().tally()));
        return List.of(new ControlNeeded(reference, own, need, kept.open(), tally));
    }
}
