package isms.risk.treatment;

import static isms.risk.treatment.TreatmentRule.PROGRESS_IS_A_SHARE_OF_THE_WHOLE;

import isms.platform.decider.Violation;
import isms.platform.people.Actor;
import isms.risk.treatment.TreatmentEvent.ActionProgressReported;
import java.util.List;

/**
 * Say how far an action is; the first report says that it has begun.
 *
 * @param action id of the action within the plan
 * @param percent 0 to 100; may be less than last time
 * @param remark may be empty
 */
record ReportProgress(int action, int percent, String remark, Actor by) implements TreatmentCommand {

    @Override
    public List<TreatmentEvent> decide(TreatmentPlan state) {
        state.open().underWay(action).requireReportedBy(by);
        if (percent < 0 || percent > 100) {
            throw PROGRESS_IS_A_SHARE_OF_THE_WHOLE.violated(
                    List.of(new Violation("/percent", percent + " is not between 0 and 100")));
        }
        return List.of(new ActionProgressReported(action, percent, remark));
    }
}
