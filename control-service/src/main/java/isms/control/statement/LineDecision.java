package isms.control.statement;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided on a control.
 *
 * @param applicable whether the control is necessary
 * @param justifications why it is included
 * @param exclusion why it is excluded; null for an included control
 * @param status how far it is implemented; null for an excluded control
 * @param controls ids or keys of the organization's own controls that implement it
 * @param note anything else; null for nothing
 */
public record LineDecision(
        boolean applicable,
        List<Justification> justifications,
        @Nullable String exclusion,
        @Nullable ImplementationStatus status,
        List<String> controls,
        @Nullable String note) {

    public LineDecision {
        justifications = List.copyOf(Objects.requireNonNullElse(justifications, List.of()));
        controls = List.copyOf(Objects.requireNonNullElse(controls, List.of()));
        exclusion = orNothing(exclusion);
        note = orNothing(note);
    }

    private static @Nullable String orNothing(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
