package isms.control.statement;

import static isms.control.statement.StatementRule.A_NEED_NAMES_WHAT_IT_COMES_FROM;
import static isms.control.statement.StatementRule.ONLY_WHAT_IS_NEEDED_IS_WITHDRAWN;

import isms.control.statement.Statement.Kept;
import isms.control.statement.StatementEvent.LegalNeedWithdrawn;
import isms.platform.decider.Violation;
import java.util.List;
import java.util.UUID;

/** Take back that a legal requirement needs a control. */
record WithdrawLegalNeed(UUID need, String reason) implements StatementCommand {

    @Override
    public List<StatementEvent> decide(Statement state) {
        Kept kept = state.kept();
        String reference = kept.needs().references(NeedKind.LEGAL, need).stream()
                .findFirst()
                .orElseThrow(ONLY_WHAT_IS_NEEDED_IS_WITHDRAWN::violated);
        if (reason.isBlank()) {
            throw A_NEED_NAMES_WHAT_IT_COMES_FROM.violated(
                    List.of(new Violation("/reason", "why the requirement no longer applies is missing")));
        }
        Tally tally = kept.after(new LegalNeedWithdrawn(
                need, reference, reason, kept.open(), kept.lines().tally()));
        return List.of(new LegalNeedWithdrawn(need, reference, reason, kept.open(), tally));
    }
}
