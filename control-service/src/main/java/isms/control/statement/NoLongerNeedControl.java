package isms.control.statement;

import isms.control.statement.Statement.Kept;
import isms.control.statement.StatementEvent.ControlNeedEnded;
import java.util.List;
import java.util.UUID;

/** End everything that a treatment plan makes necessary. */
record NoLongerNeedControl(UUID plan) implements StatementCommand {

    @Override
    public List<StatementEvent> decide(Statement state) {
        return switch (state) {
            case Statement.None _ -> List.of();
            case Kept kept -> ended(kept);
        };
    }

    private List<StatementEvent> ended(Kept kept) {
        List<String> references = kept.needs().references(NeedKind.PLAN, plan);
        if (references.isEmpty()) {
            return List.of();
        }
        Tally tally = kept.after(
                new ControlNeedEnded(plan, references, kept.open(), kept.lines().tally()));
        return List.of(new ControlNeedEnded(plan, references, kept.open(), tally));
    }
}
