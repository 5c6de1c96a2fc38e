package isms.control.control;

import static isms.control.control.ControlRule.ONLY_WHAT_IS_IN_PLACE_IS_REOPENED;
import static isms.control.control.ControlRule.said;

import isms.control.control.ControlEvent.ImplementationReopened;
import isms.platform.people.Actor;
import java.util.List;

/** Implement a control again that was in place. */
record ReopenImplementation(String reason, Actor by) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        control.requireAnsweredForBy(by);
        if (!control.isInPlace()) {
            throw ONLY_WHAT_IS_IN_PLACE_IS_REOPENED.violated();
        }
        return List.of(new ImplementationReopened(said(reason)));
    }
}
