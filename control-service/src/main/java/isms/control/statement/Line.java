package isms.control.statement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import isms.platform.people.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A control in a version of a statement: what a person decided on it, and what makes it necessary whatever was decided.
 *
 * @param reference the control, as {@link Reference} writes it
 * @param title of a further control that no framework here knows; null for the others
 * @param decision null before a person has decided
 * @param by who decided; null before a person has decided
 * @param lineage the lines of the 2013 edition that it comes from
 */
public record Line(
        String reference,
        @Nullable String title,
        @Nullable LineDecision decision,
        @Nullable Subject by,
        List<Need> needs,
        List<Lineage> lineage) {

    public Line {
        needs = List.copyOf(needs);
        lineage = List.copyOf(lineage);
    }

    static Line open(String reference, @Nullable String title) {
        return new Line(reference, title, null, null, List.of(), List.of());
    }

    /** Whether the control is necessary; null while nothing says so. A need draws it in unless a person has decided otherwise. */
    public @Nullable Boolean applicable() {
        LineDecision decided = decision;
        if (decided != null) {
            return decided.applicable();
        }
        return needs.isEmpty() ? null : Boolean.TRUE;
    }

    /** By a person, or by what needs it. */
    @JsonIgnore
    public boolean isDecided() {
        return applicable() != null;
    }

    /** Whether it is in the statement only because something needs it. */
    @JsonIgnore
    public boolean isDrawn() {
        return decision == null && !needs.isEmpty();
    }

    /** Whether a person has excluded what is needed. */
    @JsonIgnore
    public boolean isInConflict() {
        return decision != null && !decision.applicable() && !needs.isEmpty();
    }

    @JsonIgnore
    public boolean isJustified() {
        LineDecision decided = decision;
        if (decided == null) {
            return !needs.isEmpty();
        }
        return decided.applicable()
                ? !needs.isEmpty() || !decided.justifications().isEmpty()
                : decided.exclusion() != null;
    }

    /** How far a necessary control is implemented; null where it is not necessary. */
    public @Nullable ImplementationStatus status() {
        if (!Boolean.TRUE.equals(applicable())) {
            return null;
        }
        LineDecision decided = decision;
        return decided == null || decided.status() == null ? ImplementationStatus.NOT_STARTED : decided.status();
    }

    /** What keeps the version from being submitted, as a sentence; null when nothing does. */
    public @Nullable String gap() {
        String control = Reference.shortly(reference);
        if (isInConflict()) {
            return "%s is excluded, but needed. %s. Include it, or have the need ended"
                    .formatted(
                            control,
                            String.join("; ", needs.stream().map(Need::inWords).toList()));
        }
        if (!isDecided()) {
            return control + " is not decided: say whether it applies, and why";
        }
        return isJustified()
                ? null
                : control + " has lost what justified it: give another justification, or exclude it";
    }

    Line decided(LineDecision other, Subject author) {
        return new Line(reference, title, other, author, needs, lineage);
    }

    Line needed(List<Need> all) {
        return new Line(reference, title, decision, by, all, lineage);
    }

    Line alsoNeeded(Need need) {
        List<Need> all = new ArrayList<>(needs);
        all.removeIf(each -> each.is(need.kind(), need.id()));
        all.add(need);
        return needed(all);
    }

    Line from(List<Lineage> ancestors) {
        return new Line(reference, title, decision, by, needs, ancestors);
    }

    Line titled(@Nullable String other) {
        return other == null ? this : new Line(reference, other, decision, by, needs, lineage);
    }

    /** Whether it would not be there without a decision or a need: controls of Annex A always are. */
    boolean isLeftOver() {
        return !isDecided() && lineage.isEmpty() && !Reference.isOfAnnexA(reference);
    }
}
