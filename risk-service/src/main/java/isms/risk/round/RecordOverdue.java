package isms.risk.round;

import static java.util.Objects.requireNonNull;

import isms.risk.round.AssessmentRound.Open;
import isms.risk.round.RoundEvent.RoundOverdue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Record that the due date of a round has passed: once, the day (UTC) after it, while the round is open. */
record RecordOverdue(Instant now) implements RoundCommand {

    @Override
    public List<RoundEvent> decide(AssessmentRound state) {
        if (!(state instanceof Open round) || round.overdue()) {
            return List.of();
        }
        LocalDate due = requireNonNull(round.plan().due());
        return LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(due)
                ? List.of(new RoundOverdue(round.plan().title(), due))
                : List.of();
    }
}
