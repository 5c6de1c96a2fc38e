package isms.control.need;

import isms.control.need.NeedEvent.TreatmentNeedsHeard;
import java.util.List;

/** Take in that a plan has been approved; a plan is approved once. */
record HearOfApproval(TreatmentNeedsHeard heard) implements NeedCommand {

    @Override
    public List<NeedEvent> decide(TreatmentNeeds state) {
        return switch (state) {
            case UNHEARD -> List.of(heard);
            case STANDING, ENDED -> List.of();
        };
    }
}
