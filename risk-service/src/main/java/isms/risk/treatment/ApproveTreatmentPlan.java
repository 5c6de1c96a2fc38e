package isms.risk.treatment;

import static isms.risk.treatment.TreatmentRule.NO_AUTHOR_APPROVES_THEIR_OWN_PLAN;
import static isms.risk.treatment.TreatmentRule.ONLY_A_SUBMITTED_PLAN_IS_DECIDED_ON;
import static isms.risk.treatment.TreatmentRule.ONLY_THE_RISK_OWNER_APPROVES_A_PLAN;
import static java.util.Objects.requireNonNull;

import isms.platform.people.Actor;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanApproved;
import isms.risk.treatment.TreatmentPlan.Open;
import isms.risk.treatment.TreatmentPlan.Stage;
import java.util.List;

/**
 * Answer for the treatment of a risk as its owner (6.1.3 f).
 *
 * @param treated the risk as it is now: who owns it now approves
 */
record ApproveTreatmentPlan(TreatedRisk treated, Actor by) implements TreatmentCommand {

    @Override
    public List<TreatmentEvent> decide(TreatmentPlan state) {
        Open plan = state.at(Stage.SUBMITTED, ONLY_A_SUBMITTED_PLAN_IS_DECIDED_ON);
        treated.registered();
        if (!treated.isOwnedBy(by)) {
            throw ONLY_THE_RISK_OWNER_APPROVES_A_PLAN.violated();
        }
        if (plan.authors().contains(by.subject())) {
            throw NO_AUTHOR_APPROVES_THEIR_OWN_PLAN.violated();
        }
        PlanContent content = plan.content();
        return List.of(new TreatmentPlanApproved(
                plan.risk(),
                content.title(),
                requireNonNull(content.option()),
                content.controls(),
                requireNonNull(plan.aim()),
                plan.authors()));
    }
}
