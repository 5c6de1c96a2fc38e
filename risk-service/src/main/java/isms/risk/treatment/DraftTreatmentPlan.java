package isms.risk.treatment;

import static isms.risk.treatment.TreatmentRule.A_PLAN_IS_DRAFTED_ONCE;

import isms.platform.people.Subject;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanDrafted;
import isms.risk.treatment.TreatmentPlan.Ended;
import isms.risk.treatment.TreatmentPlan.None;
import isms.risk.treatment.TreatmentPlan.Open;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Begin a plan for a risk. The draft may have gaps.
 *
 * @param risk identity of the risk
 * @param treated the risk as it is now
 */
record DraftTreatmentPlan(UUID risk, TreatedRisk treated, PlanContent content, Subject author)
        implements TreatmentCommand {

    @Override
    public List<TreatmentEvent> decide(TreatmentPlan state) {
        return switch (state) {
            case None _ -> {
                treated.requireFitting(content.option());
                PlanContent draft = content.titled().numbered(Set.of(), 0);
                treated.requireSound(draft.residual());
                yield List.of(new TreatmentPlanDrafted(risk, draft, author));
            }
            case Open _ -> throw A_PLAN_IS_DRAFTED_ONCE.violated();
            case Ended _ -> throw A_PLAN_IS_DRAFTED_ONCE.violated();
        };
    }
}
