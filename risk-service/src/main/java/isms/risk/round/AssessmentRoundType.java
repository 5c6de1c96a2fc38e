package isms.risk.round;

import isms.platform.deadline.Deadline;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import isms.platform.decider.Recorded;
import isms.risk.round.RoundEvent.RisksAdded;
import isms.risk.round.RoundEvent.RisksRemoved;
import isms.risk.round.RoundEvent.RoundClosed;
import isms.risk.round.RoundEvent.RoundDueDateMoved;
import isms.risk.round.RoundEvent.RoundOpened;
import isms.risk.round.RoundEvent.RoundOverdue;
import isms.risk.round.RoundEvent.RoundWithdrawn;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The round of assessments as the platform sees it. */
@Singleton
public class AssessmentRoundType extends AggregateType<AssessmentRound, RoundEvent, AssessmentRoundEntry> {

    public AssessmentRoundType() {
        super("assessment-round", "ROUND", RoundEvent.class);
    }

    @Override
    public AssessmentRound initial() {
        return new AssessmentRound.None();
    }

    @Override
    public AssessmentRound evolve(AssessmentRound state, RoundEvent event) {
        return AssessmentRound.evolve(state, event);
    }

    @Override
    public AssessmentRoundEntry represent(@Nullable AssessmentRoundEntry before, Recorded<RoundEvent> fact) {
        var entry = before == null ? new AssessmentRoundEntry() : (AssessmentRoundEntry) before.clone();
        switch (fact.event()) {
            case RoundOpened opened -> entry.open(opened, fact.actor(), fact.effectiveAt());
            case RisksAdded(var added, var reason) ->
                entry.have(Stream.concat(entry.riskIds.stream(), added.stream()).toList());
            case RisksRemoved(var removed, var reason) -> {
                var out = new HashSet<>(removed);
                entry.have(entry.riskIds.stream()
                        .filter(risk -> !out.contains(risk))
                        .toList());
            }
            case RoundDueDateMoved moved -> entry.moveDue(moved.to());
            case RoundOverdue _ -> entry.overdueSince = fact.effectiveAt();
            case RoundClosed closed -> entry.close(closed, fact.actor(), fact.effectiveAt());
            case RoundWithdrawn(var reason) -> {
                entry.status = "withdrawn";
                entry.withdrawnBecause = reason;
            }
        }
        return entry;
    }

    /** The due date of an open round (ALL-7): it has passed when the day (UTC) is over. */
    @Singleton
    public static class DueDate implements Deadline<AssessmentRound, RoundEvent> {

        private final AssessmentRoundType rounds;

        DueDate(AssessmentRoundType rounds) {
            this.rounds = rounds;
        }

        @Override
        public String name() {
            return "assessment-round-overdue";
        }

        @Override
        public AggregateType<AssessmentRound, RoundEvent, ?> type() {
            return rounds;
        }

        @Override
        public String passed() {
            return """
                    select tenant, id from assessment_round
                    where valid_to = '9999-12-31T00:00:00Z' and status = 'open' and overdue_since is null
                      and due < (cast(? as timestamptz) at time zone 'UTC')::date
                    order by due, id limit ?""";
        }

        @Override
        public Command<AssessmentRound, RoundEvent> record(Instant now) {
            return new RecordOverdue(now);
        }
    }
}
