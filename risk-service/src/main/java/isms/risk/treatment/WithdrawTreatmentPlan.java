package isms.risk.treatment;

import static isms.risk.treatment.TreatmentRule.A_WITHDRAWAL_SAYS_WHY;
import static isms.risk.treatment.TreatmentRule.ONLY_THE_RISK_OWNER_OR_THE_ISMS_MANAGER_TURNS_A_PLAN_DOWN;

import isms.platform.decider.Violation;
import isms.platform.people.Actor;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanWithdrawn;
import isms.risk.treatment.TreatmentPlan.Open;
import java.util.List;

/** Give a plan up, however far it has come. */
record WithdrawTreatmentPlan(String reason, TreatedRisk treated, Actor by) implements TreatmentCommand {

    @Override
    public List<TreatmentEvent> decide(TreatmentPlan state) {
        Open plan = state.open();
        if (!treated.isAnsweredForBy(by)) {
            throw ONLY_THE_RISK_OWNER_OR_THE_ISMS_MANAGER_TURNS_A_PLAN_DOWN.violated();
        }
        if (reason.isBlank()) {
            throw A_WITHDRAWAL_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        return List.of(new TreatmentPlanWithdrawn(plan.risk(), reason));
    }
}
