package isms.control.control;

import static isms.control.control.ControlRule.AN_ESTIMATE_IS_IN_WHOLE_DAYS;
import static isms.control.control.ControlRule.A_CONTROL_HAS_A_TITLE;
import static java.util.Objects.requireNonNullElse;

import isms.platform.decider.Violation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a control is.
 *
 * @param title what people call it
 * @param description what is done, in the organization's own words
 * @param scope the part of the organization that it is for, by name or id; null for all of it
 * @param estimatedDays how many working days implementing it is estimated to take; null when nobody knows
 */
@Schema(name = "ControlDescription")
public record ControlDescription(
        @Schema(examples = "Daily backup of servers") String title,

        @Schema(examples = "Every server is copied to another site each night, and one is restored each month")
        String description,

        @Schema(examples = "Head office") @Nullable String scope,
        @Schema(examples = "20") @Nullable Integer estimatedDays) {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_DAYS = 2000;

    public ControlDescription {
        title = requireNonNullElse(title, "").strip();
        description = requireNonNullElse(description, "").strip();
        scope = scope == null || scope.isBlank() ? null : scope.strip();
    }

    /** This description, refused when it has no title or an estimate that is none. */
    ControlDescription checked() {
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw A_CONTROL_HAS_A_TITLE.violated(
                    List.of(new Violation("/title", "the title has 1 to " + LONGEST_TITLE + " characters")));
        }
        if (estimatedDays != null && (estimatedDays < 1 || estimatedDays > MOST_DAYS)) {
            throw AN_ESTIMATE_IS_IN_WHOLE_DAYS.violated(
                    List.of(new Violation("/estimatedDays", "the estimate is 1 to " + MOST_DAYS + " days")));
        }
        return this;
    }
}
