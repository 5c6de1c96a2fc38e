package isms.control.statement;

import static isms.control.statement.StatementRule.AN_OLD_STATEMENT_NAMES_CONTROLS_OF_2013;

import com.fasterxml.jackson.annotation.JsonValue;
import isms.control.mapping.Correspondence;
import isms.platform.decider.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a statement by the 2013 edition in a draft by the 2022 edition (CTL-3).
 *
 * @param lines what becomes of each control of Annex A of 2022, in its order
 * @param toDecide controls that a person has to decide
 * @param brandNew of them, those that have nothing before them in the 2013 edition
 */
@Schema(name = "StatementMigrationPreview")
record MigrationPlan(
        List<PlannedLine> lines,

        @Schema(description = "Controls of the 2022 edition that a person has to decide")
        List<String> toDecide,

        @Schema(description = "Of them, those that are new in the 2022 edition")
        List<String> brandNew) {

    /** What becomes of a control. */
    enum Outcome {
        /** Taken over from one old line. */
        KEPT("kept"),
        /** Taken over from several old lines that agree. */
        COMBINED("combined"),
        /** A person has decided it in the draft already: that stays. */
        ALREADY_DECIDED("already-decided"),
        /** The old lines disagree. */
        DISAGREEING("disagreeing"),
        /** The old statement says nothing of what it comes from. */
        NOT_STATED("not-stated"),
        /** It is new in the 2022 edition. */
        NEW("new");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        @JsonValue
        public String word() {
            return word;
        }
    }

    /**
     * What becomes of one control.
     *
     * @param question what a person has to decide; null where nothing is open
     */
    @Schema(name = "StatementMigrationLine")
    record PlannedLine(
            @Schema(examples = "A.5.15") String control,
            String title,
            Outcome outcome,

            @Schema(description = "What is taken over; absent where a person has to decide") @Nullable
            LineDecision decision,

            @Schema(description = "The old lines that it comes from")
            List<Lineage> lineage,

            @Schema(description = "What a person has to decide or check; absent where nothing is open") @Nullable
            String question) {}

    static MigrationPlan of(List<OldLine> old, Lines draft) {
        Map<String, OldLine> byControl = checked(old);
        List<PlannedLine> lines = new ArrayList<>();
        for (Line line : draft.all()) {
            if (Reference.isOfAnnexA(line.reference())) {
                lines.add(planned(line, byControl));
            }
        }
        return new MigrationPlan(
                lines,
                lines.stream()
                        .filter(line -> line.decision() == null && line.outcome() != Outcome.ALREADY_DECIDED)
                        .map(PlannedLine::control)
                        .toList(),
                lines.stream()
                        .filter(line -> line.outcome() == Outcome.NEW)
                        .map(PlannedLine::control)
                        .toList());
    }

    /** What is recorded of it: the lines that come from somewhere. */
    List<MigratedLine> migrated() {
        return lines.stream()
                .filter(line -> !line.lineage().isEmpty())
                .map(line -> new MigratedLine(Reference.of(line.control()), line.decision(), line.lineage()))
                .toList();
    }

    private static Map<String, OldLine> checked(List<OldLine> old) {
        Map<String, OldLine> byControl = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            OldLine line = old.get(i);
            String at = "/lines/" + i;
            if (Correspondence.shipped().of2013(line.control()).isEmpty()) {
                violations.add(new Violation(
                        at + "/control",
                        "Annex A of ISO/IEC 27001:2013 has no " + line.control()
                                + "; its controls are A.5.1.1 to A.18.2.3"));
            } else if (byControl.put(line.control(), line) != null) {
                violations.add(new Violation(at + "/control", line.control() + " is there twice"));
            }
            if (line.justification().isEmpty()) {
                violations.add(new Violation(
                        at + "/justification", "the justification for inclusion or exclusion is missing"));
            }
            if (line.kind() == JustificationKind.RISK && line.risks().isEmpty()) {
                violations.add(new Violation(at + "/risks", "a justification by risk names the risks"));
            }
        }
        if (!violations.isEmpty()) {
            throw AN_OLD_STATEMENT_NAMES_CONTROLS_OF_2013.violated(violations);
        }
        return byControl;
    }

    private static PlannedLine planned(Line line, Map<String, OldLine> byControl) {
        String control = Reference.shortly(line.reference());
        String title = Reference.title(line.reference(), null);
        List<String> ancestors = Correspondence.shipped().of2022(control).stream()
                .map(Correspondence.Step::from)
                .toList();
        List<OldLine> old =
                ancestors.stream().map(byControl::get).filter(Objects::nonNull).toList();
        List<Lineage> lineage = old.stream().map(OldLine::asLineage).toList();
        if (ancestors.isEmpty()) {
            return new PlannedLine(
                    control,
                    title,
                    line.decision() == null ? Outcome.NEW : Outcome.ALREADY_DECIDED,
                    null,
                    lineage,
                    line.decision() == null ? "It is new in the 2022 edition: does it apply, and why?" : null);
        }
        if (line.decision() != null) {
            return new PlannedLine(control, title, Outcome.ALREADY_DECIDED, null, lineage, null);
        }
        if (old.isEmpty()) {
            return new PlannedLine(
                    control,
                    title,
                    Outcome.NOT_STATED,
                    null,
                    lineage,
                    "The old statement says nothing of " + String.join(", ", ancestors) + ": does it apply, and why?");
        }
        if (old.stream().map(OldLine::applicable).distinct().count() > 1) {
            return new PlannedLine(
                    control, title, Outcome.DISAGREEING, null, lineage, "Does it apply? " + disagreement(old));
        }
        LineDecision decision = combined(old);
        List<String> silent = ancestors.stream()
                .filter(ancestor -> !byControl.containsKey(ancestor))
                .toList();
        String question = null;
        if (old.stream().map(MigrationPlan::status).distinct().count() > 1 && decision.applicable()) {
            question = "How far is it implemented? The least of %s was taken"
                    .formatted(old.stream()
                            .map(each -> each.control() + " " + status(each).word())
                            .collect(Collectors.joining(", ")));
        } else if (!silent.isEmpty()) {
            question = "It also comes from " + String.join(", ", silent) + ", of which the old statement says nothing";
        }
        return new PlannedLine(
                control, title, old.size() == 1 ? Outcome.KEPT : Outcome.COMBINED, decision, lineage, question);
    }

    private static String disagreement(List<OldLine> old) {
        return old.stream()
                .map(line -> "%s was %s: %s"
                        .formatted(line.control(), line.applicable() ? "applicable" : "excluded", line.justification()))
                .collect(Collectors.joining("; "));
    }

    private static LineDecision combined(List<OldLine> old) {
        if (!old.getFirst().applicable()) {
            Set<String> reasons =
                    old.stream().map(OldLine::justification).collect(Collectors.toCollection(LinkedHashSet::new));
            return new LineDecision(false, List.of(), String.join("; ", reasons), null, List.of(), null);
        }
        List<Justification> justifications = old.stream()
                .map(line -> new Justification(
                        line.kind() == null ? JustificationKind.BEST_PRACTICE : line.kind(),
                        line.justification(),
                        line.kind() == JustificationKind.RISK ? line.risks() : List.of()))
                .distinct()
                .toList();
        ImplementationStatus least = old.stream()
                .map(MigrationPlan::status)
                .min(Comparator.naturalOrder())
                .orElse(ImplementationStatus.NOT_STARTED);
        return new LineDecision(true, justifications, null, least, List.of(), null);
    }

    private static ImplementationStatus status(OldLine line) {
        ImplementationStatus status = line.status();
        return status == null ? ImplementationStatus.NOT_STARTED : status;
    }
}
