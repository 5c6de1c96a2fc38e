package isms.control.control;

import static isms.control.control.ControlRule.said;

import isms.control.control.ControlEvent.ControlHandedOver;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import java.util.List;

/** Have somebody else answer for a control. */
record HandOverControl(Subject to, String reason, Actor by) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        control.requireAnsweredForBy(by);
        String why = said(reason);
        return to.equals(control.owner()) ? List.of() : List.of(new ControlHandedOver(to, control.owner(), why));
    }
}
