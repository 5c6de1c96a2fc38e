package isms.control.statement;

import static isms.control.statement.StatementRule.A_LINE_IS_DECIDED_WITH_ITS_REASON;

import isms.control.statement.Statement.Kept;
import isms.control.statement.StatementEvent.LinesDecided;
import isms.platform.decider.Violation;
import isms.platform.people.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decide on lines of the draft, all of them or none.
 *
 * @param lines as the request has them: references as people write them
 */
record DecideLines(List<DecidedLine> lines, Subject author) implements StatementCommand {

    @Override
    public List<StatementEvent> decide(Statement state) {
        Kept draft = state.draft();
        List<Violation> violations = new ArrayList<>();
        List<DecidedLine> decided = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            DecidedLine given = lines.get(i);
            String reference = Reference.of(given.reference());
            String at = "/lines/" + i;
            Line line = draft.lines().line(reference);
            name(violations, at, reference, given.title(), line);
            if (!seen.add(reference)) {
                violations.add(new Violation(
                        at + "/control", Reference.shortly(reference) + " is in this request twice: once is enough"));
            }
            reasons(violations, at, given.decision(), line == null ? List.of() : line.needs());
            DecidedLine normal = new DecidedLine(
                    reference,
                    Reference.requirement(reference).isPresent() ? null : given.title(),
                    decided(given.decision()));
            if (line == null || !normal.decision().equals(line.decision()) || isOtherTitle(line, normal.title())) {
                decided.add(normal);
            }
        }
        if (!violations.isEmpty()) {
            throw A_LINE_IS_DECIDED_WITH_ITS_REASON.violated(violations);
        }
        if (decided.isEmpty()) {
            return List.of();
        }
        Tally tally = draft.after(
                new LinesDecided(draft.version(), decided, author, draft.lines().tally()));
        return List.of(new LinesDecided(draft.version(), decided, author, tally));
    }

    private static boolean isOtherTitle(Line line, @Nullable String title) {
        return title != null && !Objects.equals(title, line.title());
    }

    private static LineDecision decided(LineDecision given) {
        return given.applicable() && given.status() == null
                ? new LineDecision(
                        true,
                        given.justifications(),
                        null,
                        ImplementationStatus.NOT_STARTED,
                        given.controls(),
                        given.note())
                : given;
    }

    private static void name(
            List<Violation> violations, String at, String reference, @Nullable String title, @Nullable Line line) {
        if (reference.isEmpty() || reference.length() > Reference.LONGEST) {
            violations.add(new Violation(
                    at + "/control", "the control has 1 to " + Reference.LONGEST + " characters, such as A.8.5"));
        } else if (line == null && Reference.isMistakenForAnnexA(reference)) {
            violations.add(new Violation(
                    at + "/control",
                    "Annex A of ISO/IEC 27001:2022 has no " + Reference.shortly(reference)
                            + "; its controls are A.5.1 to A.8.34"));
        } else if (line == null && Reference.requirement(reference).isEmpty() && (title == null || title.isBlank())) {
            violations.add(new Violation(
                    at + "/title", "no framework here knows " + reference + ": a further control needs a title"));
        }
    }

    private static void reasons(List<Violation> violations, String at, LineDecision decision, List<Need> needs) {
        if (decision.applicable()) {
            if (decision.justifications().isEmpty() && needs.isEmpty()) {
                violations.add(new Violation(
                        at + "/justifications",
                        "an applicable control has a justification for its inclusion: "
                                + "risk, legal, contractual, business or best-practice"));
            }
            if (decision.exclusion() != null) {
                violations.add(
                        new Violation(at + "/exclusion", "an applicable control has no justification for exclusion"));
            }
        } else {
            if (decision.exclusion() == null) {
                violations.add(
                        new Violation(at + "/exclusion", "an excluded control has a justification for its exclusion"));
            }
            if (!decision.justifications().isEmpty()) {
                violations.add(new Violation(
                        at + "/justifications", "an excluded control has no justification for inclusion"));
            }
            if (decision.status() != null) {
                violations.add(new Violation(at + "/status", "an excluded control is not implemented: leave it out"));
            }
        }
        for (int j = 0; j < decision.justifications().size(); j++) {
            Justification justification = decision.justifications().get(j);
            String pointer = at + "/justifications/" + j;
            if (justification.kind() == null) {
                violations.add(new Violation(
                        pointer + "/kind", "the kind is risk, legal, contractual, business or best-practice"));
            } else if (justification.kind() == JustificationKind.RISK) {
                if (justification.risks().isEmpty()) {
                    violations.add(new Violation(pointer + "/risks", "a justification by risk names the risks"));
                }
            } else if (!justification.risks().isEmpty()) {
                violations.add(
                        new Violation(pointer + "/risks", "only a justification by risk names risks: leave them out"));
            }
            if (justification.text().isEmpty()) {
                violations.add(new Violation(pointer + "/text", "the justification is missing its words"));
            }
        }
    }
}
