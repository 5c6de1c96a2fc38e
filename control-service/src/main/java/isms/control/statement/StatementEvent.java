package isms.control.statement;

import isms.platform.decider.Fact;
import isms.platform.people.Authors;
import isms.platform.people.Subject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a statement of applicability. Who decided it and when is in the envelope; authors are named where a later rule asks
 * for them. Facts that change lines say how far the lines are after them.
 */
public sealed interface StatementEvent {

    /** A statement was begun for a scope, with a line for every control of Annex A. */
    @Fact(
            type = "statement-started",
            clauses = {"6.1.3 d", "4.3"})
    record StatementStarted(Scope scope, List<String> controls, Subject author, Tally tally) implements StatementEvent {

        public StatementStarted {
            controls = List.copyOf(controls);
        }
    }

    /** Lines of the draft were decided; whoever decides them becomes their author. */
    @Fact(
            type = "statement-lines-decided",
            clauses = {"6.1.3 c", "6.1.3 d"})
    record LinesDecided(int version, List<DecidedLine> lines, Subject author, Tally tally) implements StatementEvent {

        public LinesDecided {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A treatment plan names a control.
     *
     * @param title of a further control that no framework here knows
     * @param version the version whose line it draws; null when none is open: it is drawn into the next one
     */
    @Fact(
            type = "statement-control-needed",
            clauses = {"6.1.3 b", "6.1.3 c"})
    record ControlNeeded(
            String reference,
            @Nullable String title,
            Need need,
            @Nullable Integer version,
            Tally tally) implements StatementEvent {}

    /** A treatment plan needs its controls no longer. */
    @Fact(
            type = "statement-control-need-ended",
            clauses = {"6.1.3 b", "6.1.3 c"})
    record ControlNeedEnded(
            UUID plan, List<String> references, @Nullable Integer version, Tally tally) implements StatementEvent {

        public ControlNeedEnded {
            references = List.copyOf(references);
        }
    }

    /** A person states that a legal requirement needs a control. */
    @Fact(
            type = "statement-legal-need-stated",
            clauses = {"6.1.3 d", "4.2"})
    record LegalNeedStated(
            String reference,
            @Nullable String title,
            Need need,
            Subject author,
            @Nullable Integer version,
            Tally tally) implements StatementEvent {}

    /** A legal requirement needs a control no longer. */
    @Fact(
            type = "statement-legal-need-withdrawn",
            clauses = {"6.1.3 d", "4.2"})
    record LegalNeedWithdrawn(
            UUID need,
            String reference,
            String reason,
            @Nullable Integer version,
            Tally tally) implements StatementEvent {}

    /** The version is complete and awaits top management. */
    @Fact(type = "statement-submitted", clauses = "6.1.3 d")
    record StatementSubmitted(int version, Tally tally) implements StatementEvent {}

    /** The submitted version went back to its authors. */
    @Fact(type = "statement-returned", clauses = "6.1.3 d")
    record StatementReturned(int version, String reason) implements StatementEvent {}

    /**
     * The version is in force. It repeats who had written it, so that the separation of duties shows in the fact itself.
     *
     * @param delegated whether a delegate approved it for top management
     */
    @Fact(
            type = "statement-approved",
            clauses = {"6.1.3 d", "5.1"})
    record StatementApproved(int version, Scope scope, Set<Subject> authors, boolean delegated, Tally tally)
            implements StatementEvent {

        public StatementApproved {
            authors = Authors.inOrder(authors);
        }
    }

    /** The version is no longer in force. */
    @Fact(type = "statement-superseded", clauses = "6.1.3 d")
    record StatementSuperseded(int version, int by) implements StatementEvent {}

    /**
     * Work on the next version began, as a copy of the one before.
     *
     * @param redrawn the controls of which something else makes them necessary than in the version before
     */
    @Fact(type = "statement-version-started", clauses = "6.1.3 d")
    record StatementVersionStarted(int version, List<NeededControl> redrawn, Subject author, Tally tally)
            implements StatementEvent {

        public StatementVersionStarted {
            redrawn = List.copyOf(redrawn);
        }
    }

    /** Top management has somebody approve statements for this scope. */
    @Fact(
            type = "statement-approval-delegated",
            clauses = {"5.3", "6.1.3 d"})
    record ApprovalDelegated(Subject delegate, String reason) implements StatementEvent {}

    /** The lines of a statement by the 2013 edition were taken over; whoever does it becomes their author. */
    @Fact(
            type = "statement-migrated",
            clauses = {"6.1.3 c", "6.1.3 d"})
    record StatementMigrated(int version, List<MigratedLine> lines, Subject author, Tally tally)
            implements StatementEvent {

        public StatementMigrated {
            lines = List.copyOf(lines);
        }
    }

    /** The lines are as they were before the migration. */
    @Fact(
            type = "statement-migration-undone",
            clauses = {"6.1.3 c", "6.1.3 d"})
    record MigrationUndone(int version, List<Line> restored, Tally tally) implements StatementEvent {

        public MigrationUndone {
            restored = List.copyOf(restored);
        }
    }
}
