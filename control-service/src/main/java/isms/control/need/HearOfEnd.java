package isms.control.need;

import isms.control.need.NeedEvent.TreatmentNeedsEnded;
import java.util.List;

/** Take in that a plan has been given up; what was never approved needed nothing. */
record HearOfEnd(String reason) implements NeedCommand {

    @Override
    public List<NeedEvent> decide(TreatmentNeeds state) {
        return switch (state) {
            case STANDING -> List.of(new TreatmentNeedsEnded(reason));
            case UNHEARD, ENDED -> List.of();
        };
    }
}
