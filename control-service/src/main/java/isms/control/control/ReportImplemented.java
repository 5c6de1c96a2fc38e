package isms.control.control;

import static isms.control.control.ControlRule.ONLY_WHAT_WAS_STARTED_IS_IMPLEMENTED;

import isms.control.control.ControlEvent.ControlImplemented;
import isms.platform.people.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Say that a control is in place.
 *
 * @param self which control it is
 * @param evidence what shows it; may be empty
 */
record ReportImplemented(
        UUID self, LocalDate on, String remark, List<EvidenceAtHand> evidence, Actor by, LocalDate today)
        implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        control.requireAnsweredForBy(by);
        if (control.progress().at() != Implementation.IN_PROGRESS) {
            throw ONLY_WHAT_WAS_STARTED_IS_IMPLEMENTED.violated();
        }
        return List.of(new ControlImplemented(
                control.progress().next(on, today),
                remark,
                EvidenceAtHand.ownReferences(evidence, self, control),
                control.satisfied()));
    }
}
