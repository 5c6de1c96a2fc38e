package isms.risk.round;

import isms.platform.decider.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What happens to a round of assessments. Who decided it and when is in the envelope. */
public sealed interface RoundEvent {

    /**
     * Some risks are to be assessed again.
     *
     * @param risks those that the scope meant at this moment, in the order of their keys
     */
    @Fact(
            type = "assessment-round-opened",
            clauses = {"8.2", "6.1.2 a"})
    record RoundOpened(RoundPlan plan, RoundScope scope, List<UUID> risks) implements RoundEvent {

        public RoundOpened {
            risks = List.copyOf(risks);
        }
    }

    /** Further risks are to be assessed again. */
    @Fact(type = "assessment-round-risks-added", clauses = "8.2")
    record RisksAdded(List<UUID> risks, String reason) implements RoundEvent {

        public RisksAdded {
            risks = List.copyOf(risks);
        }
    }

    /** Some risks need not be assessed again in this round. */
    @Fact(type = "assessment-round-risks-removed", clauses = "8.2")
    record RisksRemoved(List<UUID> risks, String reason) implements RoundEvent {

        public RisksRemoved {
            risks = List.copyOf(risks);
        }
    }

    /** The round is to be closed by another day than before. */
    @Fact(type = "assessment-round-due-date-moved", clauses = "8.2")
    record RoundDueDateMoved(LocalDate from, LocalDate to, String reason) implements RoundEvent {}

    /** The day by which the round was to be closed has passed. */
    @Fact(type = "assessment-round-overdue", clauses = "8.2")
    record RoundOverdue(String title, LocalDate due) implements RoundEvent {}

    /**
     * The round is over.
     *
     * @param picture how its risks stood
     * @param leftOut which of them were not assessed again, and why
     * @param conclusion in words; may be empty
     */
    @Fact(
            type = "assessment-round-closed",
            clauses = {"8.2", "9.1"})
    record RoundClosed(String title, RoundPicture picture, List<LeftOut> leftOut, String conclusion)
            implements RoundEvent {

        public RoundClosed {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** The round is given up; assessments that were made stay. */
    @Fact(type = "assessment-round-withdrawn", clauses = "8.2")
    record RoundWithdrawn(String reason) implements RoundEvent {}
}
