package isms.risk.treatment;

import static isms.risk.treatment.TreatmentRule.A_RETURN_SAYS_WHY;
import static isms.risk.treatment.TreatmentRule.ONLY_A_SUBMITTED_PLAN_IS_DECIDED_ON;
import static isms.risk.treatment.TreatmentRule.ONLY_THE_RISK_OWNER_OR_THE_ISMS_MANAGER_TURNS_A_PLAN_DOWN;

import isms.platform.decider.Violation;
import isms.platform.people.Actor;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanReturned;
import isms.risk.treatment.TreatmentPlan.Stage;
import java.util.List;

/** Give the submitted plan back to its authors. */
record ReturnTreatmentPlan(String reason, TreatedRisk treated, Actor by) implements TreatmentCommand {

    @Override
    public List<TreatmentEvent> decide(TreatmentPlan state) {
        state.at(Stage.SUBMITTED, ONLY_A_SUBMITTED_PLAN_IS_DECIDED_ON);
        if (!treated.isAnsweredForBy(by)) {
            throw ONLY_THE_RISK_OWNER_OR_THE_ISMS_MANAGER_TURNS_A_PLAN_DOWN.violated();
        }
        if (reason.isBlank()) {
            throw A_RETURN_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        return List.of(new TreatmentPlanReturned(reason));
    }
}
