package isms.control.statement;

import static isms.control.statement.StatementRule.THE_NEXT_VERSION_FOLLOWS_AN_APPROVED_ONE;

import isms.control.statement.Statement.Kept;
import isms.control.statement.Statement.Stage;
import isms.control.statement.StatementEvent.StatementVersionStarted;
import isms.platform.people.Subject;
import java.util.List;

/** Begin the next version as a copy of the one in force, following what makes controls necessary now. */
record StartVersion(Subject author) implements StatementCommand {

    @Override
    public List<StatementEvent> decide(Statement state) {
        Kept kept = state.kept();
        if (kept.stage() != Stage.APPROVED) {
            throw THE_NEXT_VERSION_FOLLOWS_AN_APPROVED_ONE.violated();
        }
        List<NeededControl> redrawn = kept.needs().otherThanIn(kept.lines());
        int next = kept.version() + 1;
        Tally tally = kept.after(
                new StatementVersionStarted(next, redrawn, author, kept.lines().tally()));
        return List.of(new StatementVersionStarted(next, redrawn, author, tally));
    }
}
