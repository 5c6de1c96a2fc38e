package isms.control.control;

import static isms.control.control.ControlRule.said;

import isms.control.control.ControlEvent.RequirementsUnlinked;
import java.util.List;

/** Say which requirements a control does not satisfy after all. */
record UnlinkRequirements(List<String> requirements, String reason) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        String why = said(reason);
        List<String> fewer = requirements.stream()
                .map(String::strip)
                .distinct()
                .filter(control.requirements()::contains)
                .sorted()
                .toList();
        return fewer.isEmpty() ? List.of() : List.of(new RequirementsUnlinked(fewer, why));
    }
}
