package isms.control.control;

import static isms.control.control.ControlRule.A_DUE_DATE_IS_FOR_WHAT_IS_NOT_IN_PLACE;
import static isms.control.control.ControlRule.said;

import isms.control.control.ControlEvent.ImplementationDueDateSet;
import isms.platform.people.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Say by which day a control is to be implemented; by none in particular with null. */
record SetDueDate(@Nullable LocalDate due, String reason, Actor by) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        control.requireAnsweredForBy(by);
        if (control.isInPlace()) {
            throw A_DUE_DATE_IS_FOR_WHAT_IS_NOT_IN_PLACE.violated();
        }
        String why = said(reason);
        return Objects.equals(due, control.progress().due())
                ? List.of()
                : List.of(new ImplementationDueDateSet(due, why));
    }
}
