package isms.control.control;

import static isms.control.control.ControlRule.IMPLEMENTING_BEGINS_ONCE;
import static isms.control.control.ControlRule.NO_CONTROL_STARTS_BEFORE_WHAT_IT_NEEDS;

import isms.control.control.ControlEvent.ImplementationStarted;
import isms.platform.people.Actor;
import java.time.LocalDate;
import java.util.List;

/**
 * Begin to implement a control.
 *
 * @param network the controls that it needs
 */
record StartImplementation(LocalDate on, String remark, Network network, Actor by, LocalDate today)
        implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        control.requireAnsweredForBy(by);
        if (control.progress().at() != Implementation.PLANNED) {
            throw IMPLEMENTING_BEGINS_ONCE.violated();
        }
        List<String> missing = network.missing(control.needs());
        if (!missing.isEmpty()) {
            throw NO_CONTROL_STARTS_BEFORE_WHAT_IT_NEEDS.violated(
                    "The control needs others that are not in place yet: " + String.join(", ", missing) + ".");
        }
        return List.of(new ImplementationStarted(control.progress().next(on, today), remark));
    }
}
