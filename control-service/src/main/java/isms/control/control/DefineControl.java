package isms.control.control;

import static isms.control.control.ControlRule.A_CONTROL_IS_DEFINED_ONCE;

import isms.control.control.ControlEvent.ControlDefined;
import isms.platform.people.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Have a control.
 *
 * @param known tells whether there is such a requirement
 */
record DefineControl(
        ControlDescription description,
        Subject owner,
        List<String> requirements,
        @Nullable LocalDate due,
        Predicate<String> known)
        implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        if (!(state instanceof Control.None)) {
            throw A_CONTROL_IS_DEFINED_ONCE.violated();
        }
        return List.of(new ControlDefined(description.checked(), owner, References.known(requirements, known), due));
    }
}
