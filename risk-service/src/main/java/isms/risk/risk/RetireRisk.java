package isms.risk.risk;

import static isms.risk.risk.RiskRule.A_RETIREMENT_SAYS_WHY;

import isms.platform.decider.Violation;
import isms.platform.people.Actor;
import isms.risk.risk.RiskEvent.RiskRetired;
import java.util.List;

/** Take a risk out of attention because nothing is left of it. */
record RetireRisk(String reason, Actor by) implements RiskCommand {

    @Override
    public List<RiskEvent> decide(Risk state) {
        state.decidedOnBy(by);
        if (reason.isBlank()) {
            throw A_RETIREMENT_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        return List.of(new RiskRetired(reason));
    }
}
