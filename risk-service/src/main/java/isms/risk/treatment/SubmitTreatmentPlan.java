package isms.risk.treatment;

import static isms.risk.treatment.TreatmentRule.ONLY_A_DRAFT_IS_SUBMITTED;

import isms.risk.treatment.TreatmentEvent.TreatmentPlanSubmitted;
import isms.risk.treatment.TreatmentPlan.Stage;
import java.util.List;

/**
 * Ask the risk owner to approve the draft, now that it has no gaps.
 *
 * @param treated the risk as it is now; the level aimed at is determined by the criteria in force now
 */
record SubmitTreatmentPlan(TreatedRisk treated) implements TreatmentCommand {

    @Override
    public List<TreatmentEvent> decide(TreatmentPlan state) {
        PlanContent draft = state.at(Stage.DRAFT, ONLY_A_DRAFT_IS_SUBMITTED).content();
        treated.requireFitting(draft.option());
        PlanGaps.requireGroundedOption(draft);
        PlanGaps.requireSoundActions(draft);
        return List.of(new TreatmentPlanSubmitted(treated.aimedAt(draft.residual())));
    }
}
