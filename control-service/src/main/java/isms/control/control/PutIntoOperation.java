package isms.control.control;

import static isms.control.control.ControlRule.ONLY_AN_IMPLEMENTED_CONTROL_IS_PUT_INTO_OPERATION;

import isms.control.control.ControlEvent.ControlPutIntoOperation;
import isms.platform.people.Actor;
import java.time.LocalDate;
import java.util.List;

/** Say that a control is part of daily work. */
record PutIntoOperation(LocalDate on, String remark, Actor by, LocalDate today) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        control.requireAnsweredForBy(by);
        if (control.progress().at() != Implementation.IMPLEMENTED) {
            throw ONLY_AN_IMPLEMENTED_CONTROL_IS_PUT_INTO_OPERATION.violated();
        }
        return List.of(new ControlPutIntoOperation(control.progress().next(on, today), remark));
    }
}
