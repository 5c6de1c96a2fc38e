package isms.control.control;

import static isms.control.control.ControlRule.A_CONTROL_NEEDS_OTHER_CONTROLS_THAT_ARE_LEFT;
import static isms.control.control.ControlRule.DEPENDENCIES_FORM_NO_CYCLE;
import static isms.control.control.ControlRule.said;

import isms.control.control.ControlEvent.DependencyAdded;
import java.util.List;
import java.util.UUID;

/**
 * Say that a control cannot be implemented before another one is.
 *
 * @param self which control it is
 * @param on which one it needs
 * @param network the other one, and all that it needs in turn
 */
record DependOn(UUID self, UUID on, Network network, String reason) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        String why = said(reason);
        UUID needed = network.successor(on);
        if (!(network.controls().get(needed) instanceof Network.Node(var key, Control.Open _))) {
            throw A_CONTROL_NEEDS_OTHER_CONTROLS_THAT_ARE_LEFT.violated();
        }
        List<UUID> way = network.way(needed, self);
        if (!way.isEmpty()) {
            throw DEPENDENCIES_FORM_NO_CYCLE.violated(
                    "The dependencies would form a cycle: " + network.key(self) + " needs " + network.told(way) + ".");
        }
        return control.needs().contains(needed) ? List.of() : List.of(new DependencyAdded(needed, why));
    }
}
