package isms.control.statement;

import static isms.control.statement.StatementRule.ONLY_A_DRAFT_IS_WORKED_ON;
import static isms.control.statement.StatementRule.ONLY_A_STARTED_STATEMENT_IS_WORKED_ON;

import isms.control.statement.StatementEvent.ApprovalDelegated;
import isms.control.statement.StatementEvent.ControlNeedEnded;
import isms.control.statement.StatementEvent.ControlNeeded;
import isms.control.statement.StatementEvent.LegalNeedStated;
import isms.control.statement.StatementEvent.LegalNeedWithdrawn;
import isms.control.statement.StatementEvent.LinesDecided;
import isms.control.statement.StatementEvent.MigrationUndone;
import isms.control.statement.StatementEvent.StatementApproved;
import isms.control.statement.StatementEvent.StatementMigrated;
import isms.control.statement.StatementEvent.StatementReturned;
import isms.control.statement.StatementEvent.StatementStarted;
import isms.control.statement.StatementEvent.StatementSubmitted;
import isms.control.statement.StatementEvent.StatementSuperseded;
import isms.control.statement.StatementEvent.StatementVersionStarted;
import isms.platform.people.Authors;
import isms.platform.people.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement of applicability as decisions see it. */
public sealed interface Statement {

    /** The statement, refused when there is none. */
    Kept kept();

    /** The statement, refused when its version at hand is no draft. */
    default Kept draft() {
        Kept kept = kept();
        if (kept.stage() != Stage.DRAFT) {
            throw ONLY_A_DRAFT_IS_WORKED_ON.violated();
        }
        return kept;
    }

    /** Not started. */
    record None() implements Statement {

        @Override
        public Kept kept() {
            throw ONLY_A_STARTED_STATEMENT_IS_WORKED_ON.violated();
        }
    }

    /**
     * Started.
     *
     * @param version the latest version
     * @param stage how far that has come
     * @param inForce the version in force; null before the first approval
     * @param lines the lines of the latest version
     * @param needs what makes controls necessary now; the lines of an approved version no longer follow it
     * @param contributors everyone who wrote something into the latest version
     * @param delegate who may approve for top management
     * @param migration what was taken over into the draft; null when there is nothing to undo
     */
    record Kept(
            Scope scope,
            int version,
            Stage stage,
            @Nullable Integer inForce,
            Lines lines,
            Needs needs,
            Set<Subject> contributors,
            @Nullable Subject delegate,
            @Nullable Migration migration)
            implements Statement {

        @Override
        public Kept kept() {
            return this;
        }

        /** The version whose lines follow what makes controls necessary; null when the latest one is approved. */
        @Nullable
        Integer open() {
            return stage == Stage.APPROVED ? null : version;
        }

        /** Whoever wrote something into the version, or a line that stands in it. */
        Set<Subject> authors() {
            Set<Subject> all = new HashSet<>(contributors);
            for (Line line : lines.all()) {
                Subject author = line.by();
                if (author != null) {
                    all.add(author);
                }
            }
            return all;
        }

        /** How far the lines are after a fact that is still without its tally. */
        Tally after(StatementEvent event) {
            return lines.after(event).tally();
        }

        private Kept next(StatementEvent event) {
            Kept moved = with(lines.after(event), needs.after(event));
            return switch (event) {
                case StatementStarted _ -> moved;
                case LinesDecided decided -> moved.by(decided.author());
                case ControlNeeded _ -> moved;
                case ControlNeedEnded _ -> moved;
                case LegalNeedStated stated -> stated.version() == null ? moved : moved.by(stated.author());
                case LegalNeedWithdrawn _ -> moved;
                case StatementSubmitted _ -> moved.at(Stage.SUBMITTED);
                case StatementReturned _ -> moved.at(Stage.DRAFT);
                case StatementApproved approved -> moved.approved(approved.version());
                case StatementSuperseded _ -> moved;
                case StatementVersionStarted started -> moved.started(started.version(), started.author());
                case ApprovalDelegated delegated -> moved.delegated(delegated.delegate());
                case StatementMigrated migrated ->
                    moved.by(migrated.author()).migrated(Migration.of(lines, migrated.lines()));
                case MigrationUndone _ -> moved.migrated(null);
            };
        }

        private Kept with(Lines newLines, Needs newNeeds) {
            return new Kept(scope, version, stage, inForce, newLines, newNeeds, contributors, delegate, migration);
        }

        private Kept by(Subject author) {
            return new Kept(
                    scope,
                    version,
                    stage,
                    inForce,
                    lines,
                    needs,
                    Authors.with(contributors, author),
                    delegate,
                    migration);
        }

        private Kept at(Stage next) {
            return new Kept(scope, version, next, inForce, lines, needs, contributors, delegate, migration);
        }

        private Kept approved(int number) {
            return new Kept(scope, version, Stage.APPROVED, number, lines, needs, contributors, delegate, null);
        }

        private Kept started(int number, Subject author) {
            return new Kept(scope, number, Stage.DRAFT, inForce, lines, needs, Set.of(author), delegate, null);
        }

        private Kept delegated(Subject other) {
            return new Kept(scope, version, stage, inForce, lines, needs, contributors, other, migration);
        }

        private Kept migrated(@Nullable Migration from) {
            return new Kept(scope, version, stage, inForce, lines, needs, contributors, delegate, from);
        }
    }

    /** How far a version has come. */
    enum Stage {
        DRAFT,
        SUBMITTED,
        APPROVED
    }

    /** The state after a fact. */
    static Statement evolve(Statement state, StatementEvent event) {
        return switch (state) {
            case None none ->
                event instanceof StatementStarted started
                        ? new Kept(
                                started.scope(),
                                1,
                                Stage.DRAFT,
                                null,
                                Lines.NONE.after(event),
                                new Needs(List.of()),
                                Set.of(started.author()),
                                null,
                                null)
                        : none;
            case Kept kept -> kept.next(event);
        };
    }
}
