package isms.control.statement;

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
import isms.platform.people.Subject;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the version at hand: Annex A in its order, then the further controls in the order in which they came. What decisions
 * ask and what the read model keeps are folded from the facts by this class alone.
 */
public final class Lines {

    static final Lines NONE = new Lines(new LinkedHashMap<>());

    private final SequencedMap<String, Line> byReference;

    private Lines(SequencedMap<String, Line> byReference) {
        this.byReference = byReference;
    }

    /** These lines, in this order. */
    public static Lines of(Collection<Line> lines) {
        SequencedMap<String, Line> all = new LinkedHashMap<>();
        lines.forEach(line -> all.put(line.reference(), line));
        return new Lines(all);
    }

    /** In their order. */
    public Collection<Line> all() {
        return Collections.unmodifiableCollection(byReference.values());
    }

    public @Nullable Line line(String reference) {
        return byReference.get(reference);
    }

    public Tally tally() {
        return Tally.of(byReference.values());
    }

    /** The lines after a fact. What happens while no version is open changes none. */
    public Lines after(StatementEvent event) {
        return switch (event) {
            case StatementStarted started ->
                of(started.controls().stream()
                        .map(reference -> Line.open(reference, null))
                        .toList());
            case LinesDecided decided -> decided(decided.lines(), decided.author());
            case ControlNeeded needed ->
                needed.version() == null ? this : needed(needed.reference(), needed.title(), needed.need());
            case ControlNeedEnded ended ->
                ended.version() == null ? this : ended(ended.references(), NeedKind.PLAN, ended.plan());
            case LegalNeedStated stated ->
                stated.version() == null ? this : needed(stated.reference(), stated.title(), stated.need());
            case LegalNeedWithdrawn withdrawn ->
                withdrawn.version() == null
                        ? this
                        : ended(List.of(withdrawn.reference()), NeedKind.LEGAL, withdrawn.need());
            case StatementVersionStarted started -> redrawn(started.redrawn());
            case StatementMigrated migrated -> migrated(migrated.lines(), migrated.author());
            case MigrationUndone undone -> restored(undone.restored());
            case StatementSubmitted _ -> this;
            case StatementReturned _ -> this;
            case StatementApproved _ -> this;
            case StatementSuperseded _ -> this;
            case ApprovalDelegated _ -> this;
        };
    }

    private Lines decided(List<DecidedLine> lines, Subject author) {
        SequencedMap<String, Line> all = new LinkedHashMap<>(byReference);
        lines.forEach(line -> all.put(
                line.reference(),
                at(all, line.reference(), line.title()).titled(line.title()).decided(line.decision(), author)));
        return new Lines(all);
    }

    private Lines needed(String reference, @Nullable String title, Need need) {
        SequencedMap<String, Line> all = new LinkedHashMap<>(byReference);
        all.put(reference, at(all, reference, title).alsoNeeded(need));
        return new Lines(all);
    }

    private Lines ended(List<String> references, NeedKind kind, UUID id) {
        SequencedMap<String, Line> all = new LinkedHashMap<>(byReference);
        for (String reference : references) {
            Line line = all.get(reference);
            if (line != null) {
                put(
                        all,
                        line.needed(line.needs().stream()
                                .filter(need -> !need.is(kind, id))
                                .toList()));
            }
        }
        return new Lines(all);
    }

    private Lines redrawn(List<NeededControl> controls) {
        SequencedMap<String, Line> all = new LinkedHashMap<>(byReference);
        controls.forEach(control ->
                put(all, at(all, control.reference(), control.title()).needed(control.needs())));
        return new Lines(all);
    }

    private Lines migrated(List<MigratedLine> lines, Subject author) {
        SequencedMap<String, Line> all = new LinkedHashMap<>(byReference);
        lines.forEach(line -> {
            Line after = at(all, line.reference(), null).from(line.lineage());
            LineDecision decision = line.decision();
            all.put(line.reference(), decision == null ? after : after.decided(decision, author));
        });
        return new Lines(all);
    }

    private Lines restored(List<Line> lines) {
        SequencedMap<String, Line> all = new LinkedHashMap<>(byReference);
        lines.forEach(line -> put(all, line));
        return new Lines(all);
    }

    private static Line at(SequencedMap<String, Line> all, String reference, @Nullable String title) {
        Line line = all.get(reference);
        return line == null ? Line.open(reference, title) : line;
    }

    private static void put(SequencedMap<String, Line> all, Line line) {
        if (line.isLeftOver()) {
            all.remove(line.reference());
        } else {
            all.put(line.reference(), line);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lines lines
                && List.copyOf(byReference.values()).equals(List.copyOf(lines.byReference.values()));
    }

    @Override
    public int hashCode() {
        return byReference.hashCode();
    }

    @Override
    public String toString() {
        return byReference.values().toString();
    }
}
