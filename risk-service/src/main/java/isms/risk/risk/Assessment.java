package isms.risk.risk;

import static isms.risk.risk.RiskRule.AN_EXISTING_CONTROL_IS_NAMED_AND_JUDGED;
import static isms.risk.risk.RiskRule.A_RATING_IS_ON_THE_SCALE_WHOLE_AND_REASONED;
import static isms.risk.risk.RiskRule.THE_CURRENT_LEVEL_IS_ALWAYS_ASSESSED;
import static java.util.Objects.requireNonNullElse;

import isms.platform.decider.Violation;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.Rating;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an assessor judged of a risk (RSK-7).
 *
 * @param inherent before any control
 * @param current with the controls of today
 * @param target as the organization wants it
 * @param residual as expected after treatment
 * @param existingControls the controls of today, and how effective they are
 */
@Schema(name = "Assessment", examples = Examples.ASSESSMENT)
public record Assessment(
        @Schema(description = "Before any control") @Nullable
        Rating inherent,

        @Schema(description = "With the controls of today; required") @Nullable
        Rating current,

        @Schema(description = "As the organization wants it") @Nullable
        Rating target,

        @Schema(description = "As expected after treatment") @Nullable
        Rating residual,

        @Schema(description = "The controls of today; needed where they lower the level")
        List<ExistingControl> existingControls) {

    public Assessment {
        existingControls = List.copyOf(requireNonNullElse(existingControls, List.of()));
    }

    /** The current rating, refused when any rating cannot be taken by the criteria or a control is not judged. */
    Rating requireSound(RiskKind kind, Criteria criteria) {
        if (current == null) {
            throw THE_CURRENT_LEVEL_IS_ALWAYS_ASSESSED.violated(
                    List.of(new Violation("/current", "the current rating is missing")));
        }
        var faults = new ArrayList<>(faults(inherent, "/inherent", kind, criteria));
        faults.addAll(faults(current, "/current", kind, criteria));
        faults.addAll(faults(target, "/target", kind, criteria));
        faults.addAll(faults(residual, "/residual", kind, criteria));
        if (!faults.isEmpty()) {
            throw A_RATING_IS_ON_THE_SCALE_WHOLE_AND_REASONED.violated(faults);
        }
        requireJudgedControls();
        return current;
    }

    private static List<Violation> faults(@Nullable Rating rating, String at, RiskKind kind, Criteria criteria) {
        return rating == null ? List.of() : kind.faults(rating, at, criteria);
    }

    private void requireJudgedControls() {
        var faults = new ArrayList<Violation>();
        for (int i = 0; i < existingControls.size(); i++) {
            ExistingControl control = existingControls.get(i);
            if (control.reference().isEmpty()) {
                faults.add(new Violation("/existingControls/" + i + "/reference", "the reference is missing"));
            }
            if (control.effectiveness() == null) {
                faults.add(new Violation("/existingControls/" + i + "/effectiveness", "the effectiveness is missing"));
            }
        }
        if (!faults.isEmpty()) {
            throw AN_EXISTING_CONTROL_IS_NAMED_AND_JUDGED.violated(faults);
        }
    }
}
