package isms.control.control;

import static isms.control.control.ControlRule.said;

import isms.control.control.ControlEvent.DependencyRemoved;
import java.util.List;
import java.util.UUID;

/** Say that a control does not need another one after all. */
record StopDepending(UUID on, String reason) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        String why = said(reason);
        return control.needs().contains(on) ? List.of(new DependencyRemoved(on, why)) : List.of();
    }
}
