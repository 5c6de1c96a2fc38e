package isms.control.statement;

import static isms.control.statement.StatementRule.NO_AUTHOR_APPROVES_THEIR_OWN_LINES;
import static isms.control.statement.StatementRule.ONLY_A_SUBMITTED_VERSION_IS_DECIDED_ON;
import static isms.control.statement.StatementRule.ONLY_TOP_MANAGEMENT_OR_ITS_DELEGATE_APPROVES;

import isms.control.Roles;
import isms.control.statement.Statement.Kept;
import isms.control.statement.Statement.Stage;
import isms.control.statement.StatementEvent.StatementApproved;
import isms.control.statement.StatementEvent.StatementSuperseded;
import isms.platform.people.Actor;
import java.util.List;

/** Put the submitted version in force, for top management. */
record ApproveStatement(Actor by) implements StatementCommand {

    @Override
    public List<StatementEvent> decide(Statement state) {
        Kept kept = state.kept();
        if (kept.stage() != Stage.SUBMITTED) {
            throw ONLY_A_SUBMITTED_VERSION_IS_DECIDED_ON.violated();
        }
        boolean delegated = !by.has(Roles.TOP_MANAGEMENT);
        if (delegated && !by.subject().equals(kept.delegate())) {
            throw ONLY_TOP_MANAGEMENT_OR_ITS_DELEGATE_APPROVES.violated();
        }
        if (kept.authors().contains(by.subject())) {
            throw NO_AUTHOR_APPROVES_THEIR_OWN_LINES.violated();
        }
        // what is needed may have changed since the submission
        Completeness.require(kept.lines());
        StatementEvent approved = new StatementApproved(
                kept.version(),
                kept.scope(),
                kept.authors(),
                delegated,
                kept.lines().tally());
        Integer former = kept.inForce();
        return former == null ? List.of(approved) : List.of(approved, new StatementSuperseded(former, kept.version()));
    }
}
