package isms.risk.round;

import static isms.risk.round.RoundRule.A_ROUND_IS_OF_RISKS_IN_THE_REGISTER;

import isms.platform.decider.Violation;
import isms.risk.round.RoundEvent.RisksAdded;
import isms.risk.standing.RiskStanding;
import java.util.List;
import java.util.UUID;

/** Have further risks assessed again in a round; those that it has already stay in it. */
record AddRisks(NamedRisks named, String reason) implements RoundCommand {

    @Override
    public List<RoundEvent> decide(AssessmentRound state) {
        var round = state.open();
        List<Violation> faults = named.faults(RiskStanding::retired, "is retired");
        if (!faults.isEmpty()) {
            throw A_ROUND_IS_OF_RISKS_IN_THE_REGISTER.violated(faults);
        }
        String why = Reasons.given(reason);
        List<UUID> added = named.ids().stream()
                .filter(risk -> !round.risks().contains(risk))
                .toList();
        OpenRound.requireSize(round.risks().size() + added.size());
        return added.isEmpty() ? List.of() : List.of(new RisksAdded(added, why));
    }
}
