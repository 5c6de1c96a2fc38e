package isms.risk.criteria;

import static java.util.Objects.requireNonNullElse;

import java.time.Period;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Criteria for performing assessments (6.1.2 a 2; 8.2).
 *
 * @param interval the longest time between two assessments of a risk, ISO 8601 in years, months and days
 * @param triggers changes after which a risk is assessed again at once, in words
 */
@Schema(name = "AssessmentOccasions")
public record Occasions(
        @Schema(type = SchemaType.STRING, format = "period", examples = "P1Y") @Nullable
        Period interval,

        @Schema(examples = "[\"A significant incident\", \"A new supplier with access to the network\"]")
        List<String> triggers) {

    public Occasions {
        triggers = List.copyOf(requireNonNullElse(triggers, List.of()));
    }

    void check(Gaps gaps, String at) {
        gaps.unless(
                interval != null && !interval.isZero() && !interval.isNegative(),
                at + "/interval",
                "say at which planned interval risks are assessed again, for example P1Y");
        gaps.unless(!triggers.isEmpty(), at + "/triggers", "name at least one change that triggers an assessment");
        for (int i = 0; i < triggers.size(); i++) {
            gaps.missing(triggers.get(i), at + "/triggers/" + i, "the trigger");
        }
    }
}
