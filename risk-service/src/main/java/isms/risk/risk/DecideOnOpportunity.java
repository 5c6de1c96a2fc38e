package isms.risk.risk;

import static isms.risk.risk.RiskRule.A_DECISION_ON_AN_OPPORTUNITY_IS_REASONED;
import static isms.risk.risk.RiskRule.ONLY_AN_OPPORTUNITY_IS_PURSUED_OR_LEFT;

import isms.platform.decider.Violation;
import isms.platform.people.Actor;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.RiskEvent.OpportunityDecided;
import java.util.ArrayList;
import java.util.List;

/**
 * Weigh an opportunity and decide whether to pursue it (6.1.1). Later decisions take the place of earlier ones.
 *
 * @param evaluation what would be gained, how likely and at what price
 */
record DecideOnOpportunity(OpportunityDecision decision, String evaluation, String reason, Actor by)
        implements RiskCommand {

    @Override
    public List<RiskEvent> decide(Risk state) {
        Registered risk = state.decidedOnBy(by);
        if (risk.kind() != RiskKind.OPPORTUNITY) {
            throw ONLY_AN_OPPORTUNITY_IS_PURSUED_OR_LEFT.violated();
        }
        var missing = new ArrayList<Violation>();
        if (evaluation.isBlank()) {
            missing.add(new Violation("/evaluation", "say what would be gained, how likely and at what price"));
        }
        if (reason.isBlank()) {
            missing.add(new Violation("/reason", "the reason is missing"));
        }
        if (!missing.isEmpty()) {
            throw A_DECISION_ON_AN_OPPORTUNITY_IS_REASONED.violated(missing);
        }
        return List.of(new OpportunityDecided(decision, evaluation.strip(), reason.strip()));
    }
}
