package isms.control.control;

import isms.control.control.ControlEvent.ControlReliedOn;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Let a treatment plan that has just been approved know that a control which it needs is in place; one that is not tells it when it is. */
record RelyOnControl(ReliantPlan plan) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        return switch (state) {
            case Control.Open control
            when control.isInPlace() -> {
                LocalDate since = Objects.requireNonNull(control.progress().since());
                yield List.of(new ControlReliedOn(plan.id(), plan.key(), since, control.satisfied()));
            }
            case Control.Open _ -> List.of();
            case Control.None _ -> List.of();
            case Control.Retired _ -> List.of();
            case Control.Merged _ -> List.of();
        };
    }
}
