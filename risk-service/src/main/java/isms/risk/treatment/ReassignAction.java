package isms.risk.treatment;

import static isms.risk.treatment.TreatmentRule.A_REASSIGNMENT_SAYS_WHY;
import static isms.risk.treatment.TreatmentRule.ONLY_THE_RISK_OWNER_OR_THE_ISMS_MANAGER_REASSIGNS_AN_ACTION;
import static java.util.Objects.requireNonNull;

import isms.platform.decider.Violation;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.risk.treatment.TreatmentEvent.ActionReassigned;
import java.util.List;

/**
 * Have an action of an approved plan done by somebody else.
 *
 * @param action id of the action within the plan
 */
record ReassignAction(int action, Subject to, String reason, TreatedRisk treated, Actor by)
        implements TreatmentCommand {

    @Override
    public List<TreatmentEvent> decide(TreatmentPlan state) {
        TreatmentAction reassigned = state.open().underWay(action);
        if (!treated.isAnsweredForBy(by)) {
            throw ONLY_THE_RISK_OWNER_OR_THE_ISMS_MANAGER_REASSIGNS_AN_ACTION.violated();
        }
        if (reason.isBlank()) {
            throw A_REASSIGNMENT_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        Subject from = requireNonNull(reassigned.owner());
        return to.equals(from) ? List.of() : List.of(new ActionReassigned(action, to, from, reason));
    }
}
