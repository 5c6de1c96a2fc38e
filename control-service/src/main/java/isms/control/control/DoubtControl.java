package isms.control.control;

import static isms.control.control.ControlRule.A_DOUBT_SAYS_WHAT_HAPPENED;

import isms.control.control.ControlEvent.ControlDoubted;
import isms.platform.decider.Violation;
import java.util.List;

/**
 * Say what speaks against the effectiveness of a control. What a later test has answered already says nothing new, and of a
 * retired control there is nothing left to doubt.
 */
record DoubtControl(ControlDoubt doubt) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        if (state instanceof Control.Retired) {
            return List.of();
        }
        Control.Open control = state.open();
        if (doubt.what().isBlank()) {
            throw A_DOUBT_SAYS_WHAT_HAPPENED.violated(List.of(new Violation("/what", "what has happened is missing")));
        }
        Testing testing = control.testing();
        return testing.doubts().contains(doubt.source()) || testing.hasAnswered(doubt)
                ? List.of()
                : List.of(new ControlDoubted(doubt, control.satisfied()));
    }
}
