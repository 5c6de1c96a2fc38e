package isms.risk.round;

import isms.risk.round.RoundEvent.RoundWithdrawn;
import java.util.List;

/** Give a round up before it is closed. */
record WithdrawRound(String reason) implements RoundCommand {

    @Override
    public List<RoundEvent> decide(AssessmentRound state) {
        state.open();
        return List.of(new RoundWithdrawn(Reasons.given(reason)));
    }
}
