package isms.control.statement;

import isms.control.statement.Statement.Kept;
import isms.control.statement.StatementEvent.StatementSubmitted;
import java.util.List;

/** Submit the complete draft to top management. */
record SubmitStatement() implements StatementCommand {

    @Override
    public List<StatementEvent> decide(Statement state) {
        Kept draft = state.draft();
        Completeness.require(draft.lines());
        return List.of(new StatementSubmitted(draft.version(), draft.lines().tally()));
    }
}
