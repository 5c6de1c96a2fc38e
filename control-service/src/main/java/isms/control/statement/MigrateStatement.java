package isms.control.statement;

import static isms.control.statement.StatementRule.A_MIGRATION_IS_TAKEN_OVER_ONCE;

import isms.control.statement.Statement.Kept;
import isms.control.statement.StatementEvent.StatementMigrated;
import isms.platform.people.Subject;
import java.util.List;

/** Take over a statement by the 2013 edition into the draft; what a person has decided there already stays. */
record MigrateStatement(List<OldLine> lines, Subject author) implements StatementCommand {

    @Override
    public List<StatementEvent> decide(Statement state) {
        Kept draft = state.draft();
        if (draft.migration() != null) {
            throw A_MIGRATION_IS_TAKEN_OVER_ONCE.violated();
        }
        List<MigratedLine> migrated = MigrationPlan.of(lines, draft.lines()).migrated();
        if (migrated.isEmpty()) {
            return List.of();
        }
        Tally tally = draft.after(new StatementMigrated(
                draft.version(), migrated, author, draft.lines().tally()));
        return List.of(new StatementMigrated(draft.version(), migrated, author, tally));
    }
}
