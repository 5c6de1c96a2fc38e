package isms.risk.context;

import static isms.risk.context.ContextRule.A_RETIREMENT_SAYS_WHY;

import isms.platform.decider.Violation;
import isms.risk.context.ContextEvent.ContextRetired;
import java.util.List;

/** Register and assess no further risk in a context. */
record RetireContext(String reason) implements ContextCommand {

    @Override
    public List<ContextEvent> decide(RiskContext state) {
        state.defined();
        if (reason.isBlank()) {
            throw A_RETIREMENT_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        return List.of(new ContextRetired(reason));
    }
}
