package isms.control.need;

import isms.platform.decider.Command;

/** What the reactions to facts of risk-service have us take in. */
public final class Heard {

    private Heard() {}

    public static Command<TreatmentNeeds, NeedEvent> approved(NeedEvent.TreatmentNeedsHeard plan) {
        return new HearOfApproval(plan);
    }

    public static Command<TreatmentNeeds, NeedEvent> givenUp(String reason) {
        return new HearOfEnd(reason);
    }
}
