package isms.control.control;

import static java.util.Objects.requireNonNull;

import isms.control.control.ControlEvent.TestOutOfDate;
import java.time.LocalDate;
import java.util.List;

/** Note that the last test of a control is older than its period (CTL-7). */
record NoteTestOutOfDate(LocalDate today) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        if (!(state instanceof Control.Open control)) {
            return List.of();
        }
        LocalDate until = control.testing().validUntil();
        return until == null || !until.isBefore(today)
                ? List.of()
                : List.of(new TestOutOfDate(
                        control.description().title(),
                        control.owner(),
                        requireNonNull(control.testing().testedOn()),
                        until));
    }
}
