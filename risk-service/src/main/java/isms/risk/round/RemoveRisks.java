package isms.risk.round;

import static isms.risk.round.RoundRule.A_ROUND_HAS_RISKS_TO_ASSESS;
import static isms.risk.round.RoundRule.THE_RISK_IS_OF_THE_ROUND;

import isms.platform.decider.Violation;
import isms.risk.round.RoundEvent.RisksRemoved;
import java.util.List;
import java.util.UUID;

/** Take risks out of a round that need not be assessed again in it. */
record RemoveRisks(NamedRisks named, String reason) implements RoundCommand {

    @Override
    public List<RoundEvent> decide(AssessmentRound state) {
        var round = state.open();
        List<Violation> faults = named.faults(risk -> !round.risks().contains(risk.risk()), "is not of the round");
        if (!faults.isEmpty()) {
            throw THE_RISK_IS_OF_THE_ROUND.violated(faults);
        }
        String why = Reasons.given(reason);
        List<UUID> removed = named.ids();
        if (removed.size() == round.risks().size()) {
            throw A_ROUND_HAS_RISKS_TO_ASSESS.violated(List.of(new Violation("/risks", "these are all that it has")));
        }
        return removed.isEmpty() ? List.of() : List.of(new RisksRemoved(removed, why));
    }
}
