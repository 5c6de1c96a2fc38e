package isms.control.statement;

import static isms.control.statement.StatementRule.A_RETURN_SAYS_WHY;
import static isms.control.statement.StatementRule.ONLY_A_SUBMITTED_VERSION_IS_DECIDED_ON;
import static isms.control.statement.StatementRule.ONLY_WHO_APPROVES_OR_RUNS_THE_ISMS_RETURNS_A_VERSION;

import isms.control.Roles;
import isms.control.statement.Statement.Kept;
import isms.control.statement.Statement.Stage;
import isms.control.statement.StatementEvent.StatementReturned;
import isms.platform.decider.Violation;
import isms.platform.people.Actor;
import java.util.List;

/** Give the submitted version back to its authors. */
record ReturnStatement(String reason, Actor by) implements StatementCommand {

    @Override
    public List<StatementEvent> decide(Statement state) {
        Kept kept = state.kept();
        if (kept.stage() != Stage.SUBMITTED) {
            throw ONLY_A_SUBMITTED_VERSION_IS_DECIDED_ON.violated();
        }
        if (!by.has(Roles.TOP_MANAGEMENT)
                && !by.has(Roles.ISMS_MANAGER)
                && !by.subject().equals(kept.delegate())) {
            throw ONLY_WHO_APPROVES_OR_RUNS_THE_ISMS_RETURNS_A_VERSION.violated();
        }
        if (reason.isBlank()) {
            throw A_RETURN_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        return List.of(new StatementReturned(kept.version(), reason));
    }
}
