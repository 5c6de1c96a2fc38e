package isms.control.control;

import static isms.control.control.ControlRule.said;

import isms.control.control.ControlEvent.PlannedChangeUnlinked;
import isms.platform.people.Actor;
import java.util.List;

/** Say that a planned change has nothing to do with a control any more. */
record UnlinkPlannedChange(String change, String reason, Actor by) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        control.requireAnsweredForBy(by);
        String why = said(reason);
        return control.change(change).isPresent() ? List.of(new PlannedChangeUnlinked(change, why)) : List.of();
    }
}
