package isms.control.control;

import static isms.control.control.ControlRule.A_PLANNED_CHANGE_IS_NAMED;

import isms.control.control.ControlEvent.PlannedChangeLinked;
import isms.platform.people.Actor;
import java.util.List;

/** Say which planned change implements a control or touches it. */
record LinkPlannedChange(PlannedChange change, Actor by) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        control.requireAnsweredForBy(by);
        if (change.id().isBlank() || change.title().isBlank()) {
            throw A_PLANNED_CHANGE_IS_NAMED.violated();
        }
        return control.changes().contains(change) ? List.of() : List.of(new PlannedChangeLinked(change));
    }
}
