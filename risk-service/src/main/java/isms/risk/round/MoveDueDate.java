package isms.risk.round;

import static java.util.Objects.requireNonNull;

import isms.risk.round.RoundEvent.RoundDueDateMoved;
import java.time.LocalDate;
import java.util.List;

/** Have a round closed by another day. */
record MoveDueDate(LocalDate due, String reason) implements RoundCommand {

    @Override
    public List<RoundEvent> decide(AssessmentRound state) {
        LocalDate before = requireNonNull(state.open().plan().due());
        String why = Reasons.given(reason);
        return before.equals(due) ? List.of() : List.of(new RoundDueDateMoved(before, due, why));
    }
}
