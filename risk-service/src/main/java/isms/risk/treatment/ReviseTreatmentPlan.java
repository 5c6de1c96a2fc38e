package isms.risk.treatment;

import static isms.risk.treatment.TreatmentRule.AN_APPROVED_PLAN_IS_NOT_REWRITTEN;
import static isms.risk.treatment.TreatmentRule.A_SUBMITTED_PLAN_WAITS_FOR_THE_RISK_OWNER;

import isms.platform.people.Subject;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanRevised;
import isms.risk.treatment.TreatmentPlan.Open;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Change what a draft says.
 *
 * @param revision what becomes of the content; applied to the draft as it is when the decision is taken
 * @param treated the risk as it is now
 * @param author who revises, and from then on cannot approve the plan
 */
record ReviseTreatmentPlan(UnaryOperator<PlanContent> revision, TreatedRisk treated, Subject author)
        implements TreatmentCommand {

    @Override
    public List<TreatmentEvent> decide(TreatmentPlan state) {
        Open plan = state.open();
        return switch (plan.stage()) {
            case DRAFT -> revised(plan);
            case SUBMITTED -> throw A_SUBMITTED_PLAN_WAITS_FOR_THE_RISK_OWNER.violated();
            case APPROVED -> throw AN_APPROVED_PLAN_IS_NOT_REWRITTEN.violated();
        };
    }

    private List<TreatmentEvent> revised(Open draft) {
        treated.registered();
        PlanContent before = draft.content();
        PlanContent revised = revision.apply(before).titled().numbered(before.ids(), draft.lastAction());
        treated.requireFitting(revised.option());
        treated.requireSound(revised.residual());
        return revised.equals(before) ? List.of() : List.of(new TreatmentPlanRevised(revised, author));
    }
}
