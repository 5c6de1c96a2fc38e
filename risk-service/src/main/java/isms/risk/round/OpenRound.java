package isms.risk.round;

import static isms.risk.round.RoundRule.A_ROUND_HAS_RISKS_TO_ASSESS;
import static isms.risk.round.RoundRule.A_ROUND_IS_OF_RISKS_IN_THE_REGISTER;
import static isms.risk.round.RoundRule.A_ROUND_IS_OPENED_ONCE;
import static isms.risk.round.RoundRule.A_ROUND_STAYS_OF_A_SIZE_THAT_CAN_BE_CLOSED;
import static isms.risk.round.RoundRule.A_SCOPE_NAMES_RISKS_OR_FILTERS_THEM;

import isms.platform.decider.Violation;
import isms.risk.round.AssessmentRound.None;
import isms.risk.round.RoundEvent.RoundOpened;
import isms.risk.standing.RiskStanding;
import java.util.List;
import java.util.UUID;

/**
 * Have risks assessed again.
 *
 * @param named the risks named one by one, where they are
 * @param matching the risks that the filters of the scope let through, where none are named
 */
record OpenRound(RoundPlan plan, RoundScope scope, NamedRisks named, List<UUID> matching) implements RoundCommand {

    static final int MOST = 10_000;

    @Override
    public List<RoundEvent> decide(AssessmentRound state) {
        if (!(state instanceof None)) {
            throw A_ROUND_IS_OPENED_ONCE.violated();
        }
        plan.complete();
        if (scope.named() && scope.filters()) {
            throw A_SCOPE_NAMES_RISKS_OR_FILTERS_THEM.violated(
                    List.of(new Violation("/scope", "it names risks and filters them as well")));
        }
        List<Violation> faults = named.faults(RiskStanding::retired, "is retired");
        if (!faults.isEmpty()) {
            throw A_ROUND_IS_OF_RISKS_IN_THE_REGISTER.violated(faults);
        }
        List<UUID> risks = scope.named() ? named.ids() : matching;
        if (risks.isEmpty()) {
            throw A_ROUND_HAS_RISKS_TO_ASSESS.violated(List.of(new Violation("/scope", "no risk is within it")));
        }
        requireSize(risks.size());
        return List.of(new RoundOpened(plan, scope, risks));
    }

    static void requireSize(int risks) {
        if (risks > MOST) {
            throw A_ROUND_STAYS_OF_A_SIZE_THAT_CAN_BE_CLOSED.violated();
        }
    }
}
