package isms.risk.treatment;

import static isms.risk.treatment.TreatmentRule.A_MOVED_DATE_SAYS_WHY;
import static java.util.Objects.requireNonNull;

import isms.platform.decider.Violation;
import isms.platform.people.Actor;
import isms.risk.treatment.TreatmentEvent.ActionTargetDateMoved;
import java.time.LocalDate;
import java.util.List;

/**
 * Have an action done by another day.
 *
 * @param action id of the action within the plan
 */
record MoveTargetDate(int action, LocalDate to, String reason, Actor by) implements TreatmentCommand {

    @Override
    public List<TreatmentEvent> decide(TreatmentPlan state) {
        TreatmentAction moved = state.open().underWay(action);
        moved.requireReportedBy(by);
        if (reason.isBlank()) {
            throw A_MOVED_DATE_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        LocalDate from = requireNonNull(moved.targetDate());
        return to.equals(from) ? List.of() : List.of(new ActionTargetDateMoved(action, from, to, reason));
    }
}
