package isms.control.control;

import static isms.control.control.ControlRule.A_CONTROL_IS_NOT_MERGED_WITH_ITSELF;
import static isms.control.control.ControlRule.DEPENDENCIES_FORM_NO_CYCLE;
import static isms.control.control.ControlRule.ONLY_CONTROLS_THAT_ARE_LEFT_ARE_MERGED;
import static isms.control.control.ControlRule.said;

import isms.control.control.ControlEvent.ControlConsolidated;
import isms.platform.decider.Violation;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Have a control go on in the place of another one that turned out to be the same (CTL-5).
 *
 * @param self which control it is
 * @param from the other one
 * @param network both, and all that they need in turn
 */
record ConsolidateControl(UUID self, UUID from, Network network, String reason) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        String why = said(reason);
        if (self.equals(from)) {
            throw A_CONTROL_IS_NOT_MERGED_WITH_ITSELF.violated(
                    List.of(new Violation("/from", "this is the control itself")));
        }
        if (control.absorbed().contains(from)) {
            return List.of();
        }
        if (!(network.controls().get(from) instanceof Network.Node(var key, Control.Open other))) {
            throw ONLY_CONTROLS_THAT_ARE_LEFT_ARE_MERGED.violated();
        }
        Set<UUID> needed = needed(control, other);
        requireNoCycle(needed);
        return List.of(new ControlConsolidated(
                from,
                other.absorbed().stream().sorted().toList(),
                other.requirements().stream()
                        .filter(reference -> !control.requirements().contains(reference))
                        .sorted()
                        .toList(),
                other.needs().stream()
                        .filter(id -> needed.contains(network.successor(id)))
                        .filter(id -> !control.needs().contains(id))
                        .sorted()
                        .toList(),
                other.changes().stream()
                        .filter(change -> control.change(change.id()).isEmpty())
                        .toList(),
                why));
    }

    /** What the one control needs that the two become; what one of them needs the other for is settled. */
    private Set<UUID> needed(Control.Open control, Control.Open other) {
        return Stream.of(control, other)
                .flatMap(each -> each.needs().stream())
                .map(network::successor)
                .filter(id -> !id.equals(self) && !id.equals(from))
                .collect(Collectors.toSet());
    }

    private void requireNoCycle(Set<UUID> needed) {
        for (UUID need : needed.stream().sorted().toList()) {
            for (UUID end : List.of(self, from)) {
                List<UUID> way = network.way(need, end);
                if (!way.isEmpty()) {
                    throw DEPENDENCIES_FORM_NO_CYCLE.violated(
                            "As one control the two would form a cycle with what they need: " + network.key(self)
                                    + " needs " + network.told(way) + ".");
                }
            }
        }
    }
}
