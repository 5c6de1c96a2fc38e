package isms.control.control;

import static isms.control.control.ControlRule.A_DAY_THAT_IS_REPORTED_HAS_COME;

import isms.platform.decider.Violation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a control is.
 *
 * @param since the day of the last step; null before the first
 * @param due the day by which it is to be implemented
 * @param overdue whether it is noted that this day has passed
 */
record Progress(
        Implementation at,
        @Nullable LocalDate since,
        @Nullable LocalDate due,
        boolean overdue) {

    static Progress planned(@Nullable LocalDate due) {
        return new Progress(Implementation.PLANNED, null, due, false);
    }

    Progress reached(Implementation next, LocalDate on) {
        return new Progress(next, on, due, overdue && !next.isInPlace());
    }

    Progress reopened() {
        return new Progress(Implementation.IN_PROGRESS, since, null, false);
    }

    Progress dueOn(@Nullable LocalDate day) {
        return new Progress(at, since, day, false);
    }

    Progress overdueNoted() {
        return new Progress(at, since, due, true);
    }

    /** The day that has passed without the control being in place, and of which that is not noted. */
    @Nullable
    LocalDate unnoted(LocalDate today) {
        return due != null && due.isBefore(today) && !overdue && !at.isInPlace() ? due : null;
    }

    /** That day, refused when it cannot be the day of the next step. */
    LocalDate next(LocalDate on, LocalDate today) {
        if (on.isAfter(today) || since != null && on.isBefore(since)) {
            throw A_DAY_THAT_IS_REPORTED_HAS_COME.violated(List.of(new Violation(
                    "/on", "the day is not after " + today + (since == null ? "" : " and not before " + since))));
        }
        return on;
    }
}
