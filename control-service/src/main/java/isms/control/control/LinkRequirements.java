package isms.control.control;

import static isms.control.control.ControlRule.said;

import isms.control.control.ControlEvent.RequirementsLinked;
import java.util.List;
import java.util.function.Predicate;

/**
 * Say which further requirements a control satisfies.
 *
 * @param known tells whether there is such a requirement
 */
record LinkRequirements(List<String> requirements, String reason, Predicate<String> known) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        String why = said(reason);
        List<String> more = References.known(requirements, known).stream()
                .filter(reference -> !control.requirements().contains(reference))
                .toList();
        return more.isEmpty() ? List.of() : List.of(new RequirementsLinked(more, why));
    }
}
