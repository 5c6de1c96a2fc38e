package isms.risk.treatment;

import static java.util.Objects.requireNonNull;

import isms.risk.treatment.TreatmentEvent.ActionOverdue;
import isms.risk.treatment.TreatmentPlan.Ended;
import isms.risk.treatment.TreatmentPlan.None;
import isms.risk.treatment.TreatmentPlan.Open;
import java.time.LocalDate;
import java.util.List;

/**
 * Note which actions have not been done by their day (ALL-7). Each is noted once for a day, and once more only when the day
 * was moved and the new one has passed too.
 *
 * @param today a target date before it has passed
 */
record RecordOverdueActions(LocalDate today) implements TreatmentCommand {

    @Override
    public List<TreatmentEvent> decide(TreatmentPlan state) {
        return switch (state) {
            case None _ -> List.of();
            case Open plan ->
                plan.late(today).stream()
                        .<TreatmentEvent>map(action -> new ActionOverdue(
                                plan.risk(),
                                requireNonNull(action.id()),
                                action.title(),
                                requireNonNull(action.owner()),
                                requireNonNull(action.targetDate())))
                        .toList();
            case Ended _ -> List.of();
        };
    }
}
