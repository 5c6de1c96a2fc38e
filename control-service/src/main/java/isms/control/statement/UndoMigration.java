package isms.control.statement;

import static isms.control.statement.StatementRule.ONLY_A_MIGRATION_IS_UNDONE;

import isms.control.statement.Statement.Kept;
import isms.control.statement.StatementEvent.MigrationUndone;
import java.util.List;

/** Take back what was taken over from a statement by the 2013 edition; what people have decided on its lines since then stays. */
record UndoMigration() implements StatementCommand {

    @Override
    public List<StatementEvent> decide(Statement state) {
        Kept draft = state.draft();
        Migration migration = draft.migration();
        if (migration == null) {
            throw ONLY_A_MIGRATION_IS_UNDONE.violated();
        }
        List<Line> restored = migration.undone(draft.lines());
        Tally tally = draft.after(
                new MigrationUndone(draft.version(), restored, draft.lines().tally()));
        return List.of(new MigrationUndone(draft.version(), restored, tally));
    }
}
