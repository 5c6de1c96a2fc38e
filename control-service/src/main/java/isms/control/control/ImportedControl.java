package isms.control.control;

import isms.platform.people.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A control as another register tells it (CTL-4, CTL-6, ALL-9).
 *
 * @param description what that says, laid over what is known here
 * @param requirements what it satisfies; null where nothing is said
 * @param due the day by which it is to be implemented; null where none is said
 * @param test how it is tested; null where nothing is said
 * @param reached how far its implementation is; null where nothing is said
 * @param days on which a step was taken, as far as anyone says
 * @param retiredBecause why the organization does without it; empty where it does not
 * @param definedAt since when the organization has it; null where nobody says so, and everything is recorded as of now
 */
public record ImportedControl(
        UnaryOperator<ControlDescription> description,
        Subject owner,
        @Nullable List<String> requirements,
        @Nullable LocalDate due,
        @Nullable TestDefinition test,
        @Nullable Implementation reached,
        Map<Implementation, LocalDate> days,
        String retiredBecause,
        @Nullable Instant definedAt) {

    public ImportedControl {
        requirements = requirements == null ? null : List.copyOf(requirements);
        days = Map.copyOf(days);
    }

    /** How far it is or was, until it was given up. */
    Implementation last() {
        if (reached == null) {
            return Implementation.PLANNED;
        }
        if (reached != Implementation.RETIRED) {
            return reached;
        }
        return List.of(Implementation.OPERATING, Implementation.IMPLEMENTED, Implementation.IN_PROGRESS).stream()
                .filter(days::containsKey)
                .findFirst()
                .orElse(Implementation.PLANNED);
    }

    /** The day of a step: where nobody says so, that of the next one of which somebody does. */
    @Nullable
    LocalDate day(Implementation step) {
        LocalDate said = days.get(step);
        return said != null || step.ordinal() >= last().ordinal()
                ? said
                : day(Implementation.values()[step.ordinal() + 1]);
    }
}
