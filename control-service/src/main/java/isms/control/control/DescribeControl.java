package isms.control.control;

import isms.control.control.ControlEvent.ControlDescribed;
import isms.platform.people.Actor;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Say better what a control is.
 *
 * @param correction what becomes of the description; applied to it as it is when the decision is taken
 */
record DescribeControl(UnaryOperator<ControlDescription> correction, Actor by) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        control.requireAnsweredForBy(by);
        ControlDescription corrected = correction.apply(control.description()).checked();
        return corrected.equals(control.description()) ? List.of() : List.of(new ControlDescribed(corrected));
    }
}
