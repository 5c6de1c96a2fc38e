package isms.control.statementregister;

import isms.control.statement.DecidedLine;
import isms.control.statement.MigratedLine;
import isms.control.statement.NeededControl;
import isms.control.statement.Reference;
import isms.control.statement.StatementEvent;
import isms.control.statement.Tally;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened to a statement of applicability as an auditor reads it. */
public final class StatementWords {

    private static final int NAMED_AT_MOST = 12;

    private StatementWords() {}

    public static String of(StatementEvent event) {
        return switch (event) {
            case StatementEvent.StatementStarted(var scope, var controls, var author, var tally) ->
                "Started for the scope \"%s\" by %s, with a line for each of %d controls of Annex A"
                        .formatted(scope.name(), author, controls.size());
            case StatementEvent.LinesDecided(var version, var lines, var author, var tally) ->
                "Version %d: %s decided by %s; %s".formatted(version, decided(lines), author, progress(tally));
            case StatementEvent.ControlNeeded(var reference, var title, var need, var version, var tally) ->
                "%s is needed. %s%s".formatted(Reference.shortly(reference), need.inWords(), into(version));
            case StatementEvent.ControlNeedEnded(var plan, var references, var version, var tally) ->
                "The treatment plan %s no longer needs %s%s".formatted(plan, named(references), into(version));
            case StatementEvent.LegalNeedStated(
                    var reference,
                    var title,
                    var need,
                    var author,
                    var version,
                    var tally) ->
                "%s is needed, stated by %s. %s%s"
                        .formatted(Reference.shortly(reference), author, need.inWords(), into(version));
            case StatementEvent.LegalNeedWithdrawn(var need, var reference, var why, var version, var tally) ->
                "%s is no longer needed by a legal requirement: %s%s"
                        .formatted(Reference.shortly(reference), why, into(version));
            case StatementEvent.StatementSubmitted(var version, var tally) ->
                "Version %d submitted to top management; %s".formatted(version, progress(tally));
            case StatementEvent.StatementReturned(var version, var why) ->
                "Version %d returned to its authors: %s".formatted(version, why);
            case StatementEvent.StatementApproved(var version, var scope, var authors, var delegated, var tally) ->
                "Version %d for the scope \"%s\" approved %s, in force from now on: %d of %d controls apply; written by %s"
                        .formatted(
                                version,
                                scope.name(),
                                delegated ? "by the delegate of top management" : "by top management",
                                tally.applicable(),
                                tally.lines(),
                                joined(authors));
            case StatementEvent.StatementSuperseded(var version, var by) ->
                "Version %d superseded by version %d".formatted(version, by);
            case StatementEvent.StatementVersionStarted(var version, var redrawn, var author, var tally) ->
                "Work on version %d begun by %s as a copy of the one before%s"
                        .formatted(
                                version,
                                author,
                                redrawn.isEmpty()
                                        ? ""
                                        : "; what makes " + named(references(redrawn)) + " necessary has changed");
            case StatementEvent.ApprovalDelegated(var delegate, var why) ->
                "Approval delegated to %s: %s".formatted(delegate, why);
            case StatementEvent.StatementMigrated(var version, var lines, var author, var tally) ->
                "A statement by the 2013 edition taken over into version %d by %s: %d lines, of which %d are decided by it; %s"
                        .formatted(version, author, lines.size(), taken(lines), progress(tally));
            case StatementEvent.MigrationUndone(var version, var restored, var tally) ->
                "Migration into version %d undone: %d lines are as they were before; %s"
                        .formatted(version, restored.size(), progress(tally));
        };
    }

    private static String decided(List<DecidedLine> lines) {
        List<String> applicable = lines.stream()
                .filter(line -> line.decision().applicable())
                .map(DecidedLine::reference)
                .toList();
        List<String> excluded = lines.stream()
                .filter(line -> !line.decision().applicable())
                .map(DecidedLine::reference)
                .toList();
        if (excluded.isEmpty()) {
            return named(applicable) + " as applicable";
        }
        return applicable.isEmpty()
                ? named(excluded) + " as excluded"
                : named(applicable) + " as applicable and " + named(excluded) + " as excluded";
    }

    private static long taken(List<MigratedLine> lines) {
        return lines.stream().filter(line -> line.decision() != null).count();
    }

    private static String progress(Tally tally) {
        return "%d of %d controls of Annex A decided%s"
                .formatted(
                        tally.annexADecided(),
                        tally.annexA(),
                        tally.conflicts() == 0 ? "" : ", " + tally.conflicts() + " excluded although needed");
    }

    private static String into(@Nullable Integer version) {
        return version == null ? " (no version is open: the next one follows it)" : "";
    }

    private static List<String> references(List<NeededControl> controls) {
        return controls.stream().map(NeededControl::reference).toList();
    }

    private static String named(Collection<String> references) {
        String some =
                references.stream().limit(NAMED_AT_MOST).map(Reference::shortly).collect(Collectors.joining(", "));
        return references.size() <= NAMED_AT_MOST
                ? some
                : some + " and " + (references.size() - NAMED_AT_MOST) + " more";
    }

    private static String joined(Collection<?> subjects) {
        return subjects.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
