package isms.control.control;

import static isms.control.control.ControlRule.said;

import isms.control.control.ControlEvent.ControlRetired;
import java.util.List;

/** Do without a control. */
record RetireControl(String reason) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        state.open();
        return List.of(new ControlRetired(said(reason)));
    }
}
