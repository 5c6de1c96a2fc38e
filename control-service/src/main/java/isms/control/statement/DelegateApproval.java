package isms.control.statement;

import static isms.control.statement.StatementRule.A_DELEGATION_NAMES_SOMEBODY_ELSE;

import isms.control.statement.Statement.Kept;
import isms.control.statement.StatementEvent.ApprovalDelegated;
import isms.platform.decider.Violation;
import isms.platform.people.Subject;
import java.util.List;

/** Have somebody else approve statements for this scope. */
record DelegateApproval(Subject delegate, String reason, Subject by) implements StatementCommand {

    @Override
    public List<StatementEvent> decide(Statement state) {
        Kept kept = state.kept();
        if (delegate.equals(by)) {
            throw A_DELEGATION_NAMES_SOMEBODY_ELSE.violated(List.of(new Violation("/delegate", "this is the caller")));
        }
        if (reason.isBlank()) {
            throw A_DELEGATION_NAMES_SOMEBODY_ELSE.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        return delegate.equals(kept.delegate()) ? List.of() : List.of(new ApprovalDelegated(delegate, reason));
    }
}
