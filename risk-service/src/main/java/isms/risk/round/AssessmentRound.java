package isms.risk.round;

import static isms.risk.round.RoundRule.A_ROUND_AT_ITS_END_REMAINS_AS_IT_IS;
import static isms.risk.round.RoundRule.ONLY_AN_OPENED_ROUND_CAN_BE_WORKED_ON;

import isms.risk.round.RoundEvent.RisksAdded;
import isms.risk.round.RoundEvent.RisksRemoved;
import isms.risk.round.RoundEvent.RoundClosed;
import isms.risk.round.RoundEvent.RoundDueDateMoved;
import isms.risk.round.RoundEvent.RoundOpened;
import isms.risk.round.RoundEvent.RoundOverdue;
import isms.risk.round.RoundEvent.RoundWithdrawn;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** A round of assessments as decisions see it. */
public sealed interface AssessmentRound {

    /** The round, refused when there is none or when it is at its end. */
    Open open();

    /** Not opened. */
    record None() implements AssessmentRound {

        @Override
        public Open open() {
            throw ONLY_AN_OPENED_ROUND_CAN_BE_WORKED_ON.violated();
        }
    }

    /**
     * Under way.
     *
     * @param risks those to be assessed again
     * @param overdue whether it is recorded that its due date has passed
     */
    record Open(RoundPlan plan, Set<UUID> risks, boolean overdue) implements AssessmentRound {

        public Open {
            risks = Collections.unmodifiableSet(risks);
        }

        @Override
        public Open open() {
            return this;
        }

        private AssessmentRound after(RoundEvent event) {
            return switch (event) {
                case RoundOpened _ -> this;
                case RisksAdded(var added, var reason) -> {
                    var all = new LinkedHashSet<>(risks);
                    all.addAll(added);
                    yield new Open(plan, all, overdue);
                }
                case RisksRemoved(var removed, var reason) -> {
                    var rest = new LinkedHashSet<>(risks);
                    removed.forEach(rest::remove);
                    yield new Open(plan, rest, overdue);
                }
                case RoundDueDateMoved moved -> new Open(plan.until(moved.to()), risks, false);
                case RoundOverdue _ -> new Open(plan, risks, true);
                case RoundClosed _ -> new Ended();
                case RoundWithdrawn _ -> new Ended();
            };
        }
    }

    /** Closed or withdrawn. */
    record Ended() implements AssessmentRound {

        @Override
        public Open open() {
            throw A_ROUND_AT_ITS_END_REMAINS_AS_IT_IS.violated();
        }
    }

    /** The state after a fact. */
    static AssessmentRound evolve(AssessmentRound state, RoundEvent event) {
        return switch (state) {
            case None none ->
                event instanceof RoundOpened(var plan, var scope, var risks)
                        ? new Open(plan, new LinkedHashSet<>(risks), false)
                        : none;
            case Open open -> open.after(event);
            case Ended ended -> ended;
        };
    }
}
