package isms.control.control;

import static isms.control.control.ControlRule.said;

import isms.control.control.ControlEvent.ControlMerged;
import java.util.List;
import java.util.UUID;

/** End a control in favour of the one that goes on in its place (CTL-5). */
record MergeControl(UUID into, String reason) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        if (state instanceof Control.Merged(var known) && known.equals(into)) {
            return List.of();
        }
        state.open();
        return List.of(new ControlMerged(into, said(reason)));
    }
}
