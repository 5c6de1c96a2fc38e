package isms.control.need;

import isms.control.need.NeedEvent.TreatmentNeedsEnded;
import isms.control.need.NeedEvent.TreatmentNeedsHeard;

/** What a treatment plan needs, as decisions see it. */
public enum TreatmentNeeds {
    /** Nothing has been heard of the plan. */
    UNHEARD,
    /** The plan is approved and has not been given up. */
    STANDING,
    /** The plan was given up. */
    ENDED;

    /** The state after a fact. */
    static TreatmentNeeds evolve(NeedEvent event) {
        return switch (event) {
            case TreatmentNeedsHeard _ -> STANDING;
            case TreatmentNeedsEnded _ -> ENDED;
        };
    }
}
