package isms.risk.treatment;

import static isms.risk.treatment.TreatmentRule.DONE_IS_SHOWN_BY_EVIDENCE;
import static isms.risk.treatment.TreatmentRule.NO_OWNER_SHOWS_THEIR_OWN_ACTION_DONE;

import isms.platform.decider.Violation;
import isms.platform.people.Subject;
import isms.risk.treatment.TreatmentEvent.ActionShownDone;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanCompleted;
import isms.risk.treatment.TreatmentPlan.Open;
import java.util.List;

/**
 * Show that the success criterion of an action is met. With the last one the plan is completed.
 *
 * @param action id of the action within the plan
 * @param evidence what was looked at and what it showed
 */
record ShowActionDone(int action, String evidence, Subject by) implements TreatmentCommand {

    @Override
    public List<TreatmentEvent> decide(TreatmentPlan state) {
        Open plan = state.open();
        if (by.equals(plan.underWay(action).owner()) || plan.progress().wasOwnedBy(action, by)) {
            throw NO_OWNER_SHOWS_THEIR_OWN_ACTION_DONE.violated();
        }
        if (evidence.isBlank()) {
            throw DONE_IS_SHOWN_BY_EVIDENCE.violated(List.of(new Violation("/evidence", "the evidence is missing")));
        }
        var shown = new ActionShownDone(action, evidence);
        boolean last =
                plan.progress().done().size() + 1 == plan.content().actions().size();
        return last ? List.of(shown, new TreatmentPlanCompleted(plan.risk())) : List.of(shown);
    }
}
