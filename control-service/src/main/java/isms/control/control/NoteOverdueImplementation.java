package isms.control.control;

import isms.control.control.ControlEvent.ImplementationOverdue;
import java.time.LocalDate;
import java.util.List;

/** Note that the day has passed by which a control was to be implemented (ALL-7). */
record NoteOverdueImplementation(LocalDate today) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        if (!(state instanceof Control.Open control)) {
            return List.of();
        }
        LocalDate passed = control.progress().unnoted(today);
        return passed == null
                ? List.of()
                : List.of(new ImplementationOverdue(control.description().title(), control.owner(), passed));
    }
}
