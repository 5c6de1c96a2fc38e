package isms.risk.round;

import static isms.risk.round.RoundRule.A_ROUND_SAYS_WHAT_IT_IS_FOR;

import isms.platform.decider.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What a round is for, and until when.
 *
 * @param change what has changed or is about to; needed where that is the occasion
 * @param due the day by which it is to be closed
 */
public record RoundPlan(
        String title,
        @Nullable Occasion occasion,
        @Nullable String change,
        @Nullable LocalDate due) {

    public RoundPlan {
        title = title.strip();
        change = change == null || change.isBlank() ? null : change.strip();
    }

    /** The plan, refused with all that it lacks. */
    RoundPlan complete() {
        var missing = new ArrayList<Violation>();
        if (title.isEmpty()) {
            missing.add(new Violation("/title", "the title is missing"));
        }
        if (occasion == null) {
            missing.add(new Violation("/occasion", "planned-interval or significant-change is missing"));
        }
        if (occasion == Occasion.SIGNIFICANT_CHANGE && change == null) {
            missing.add(new Violation("/change", "what has changed, or is about to, is missing"));
        }
        if (due == null) {
            missing.add(new Violation("/due", "the day by which the round is to be closed is missing"));
        }
        if (!missing.isEmpty()) {
            throw A_ROUND_SAYS_WHAT_IT_IS_FOR.violated(missing);
        }
        return this;
    }

    RoundPlan until(LocalDate day) {
        return new RoundPlan(title, occasion, change, day);
    }
}
