package isms.risk.treatment;

import isms.platform.decider.Fact;
import isms.platform.people.Authors;
import isms.platform.people.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What happens to a treatment plan. Who decided it and when is in the envelope; authors are named where a later rule asks for them. */
public sealed interface TreatmentEvent {

    /** A plan was begun for a risk. */
    @Fact(
            type = "treatment-plan-drafted",
            clauses = {"6.1.3 a", "6.1.3 e"})
    record TreatmentPlanDrafted(UUID risk, PlanContent content, Subject author) implements TreatmentEvent {}

    /** The draft says something else from now on; whoever revises it becomes one of its authors. */
    @Fact(
            type = "treatment-plan-revised",
            clauses = {"6.1.3 a", "6.1.3 e"})
    record TreatmentPlanRevised(PlanContent content, Subject author) implements TreatmentEvent {}

    /**
     * The plan awaits the risk owner.
     *
     * @param aim the level aimed at, by the criteria that were in force then
     */
    @Fact(
            type = "treatment-plan-submitted",
            clauses = {"6.1.3 e", "6.1.3 f"})
    record TreatmentPlanSubmitted(ResidualAim aim) implements TreatmentEvent {}

    /** The submitted plan went back to its authors. */
    @Fact(type = "treatment-plan-returned", clauses = "6.1.3 f")
    record TreatmentPlanReturned(String reason) implements TreatmentEvent {}

    /**
     * The risk owner answers for the plan. It repeats what was signed and who had written it, so that the separation of duties
     * shows in the fact itself.
     */
    @Fact(
            type = "treatment-plan-approved",
            clauses = {"6.1.3 f", "6.1.3 b"})
    record TreatmentPlanApproved(
            UUID risk,
            String title,
            TreatmentOption option,
            List<NecessaryControl> controls,
            ResidualAim aim,
            Set<Subject> authors)
            implements TreatmentEvent {

        public TreatmentPlanApproved {
            controls = List.copyOf(controls);
            authors = Authors.inOrder(authors);
        }
    }

    /**
     * Somebody said how far an action is; with the first report it is under way.
     *
     * @param percent 0 to 100; 100 is not done yet, somebody else has to show that
     * @param remark in the reporter's words; may be empty
     */
    @Fact(type = "treatment-action-progress-reported", clauses = "8.3")
    record ActionProgressReported(int action, int percent, String remark) implements TreatmentEvent {}

    /**
     * A control that the plan needs has been put in place.
     *
     * @param reference by which the plan names it
     * @param control identity of the control that was put in place
     * @param name of that control as people know it
     */
    @Fact(
            type = "treatment-control-implemented",
            clauses = {"6.1.3 b", "8.3"})
    record NecessaryControlImplemented(String reference, UUID control, String name, Instant at)
            implements TreatmentEvent {}

    /** An action is to be done by another day than before. */
    @Fact(type = "treatment-action-target-date-moved", clauses = "8.3")
    record ActionTargetDateMoved(int action, LocalDate from, LocalDate to, String reason) implements TreatmentEvent {}

    /**
     * Somebody other than its owner showed that the success criterion of an action is met.
     *
     * @param evidence what was looked at and what it showed
     */
    @Fact(
            type = "treatment-action-shown-done",
            clauses = {"8.3", "9.1"})
    record ActionShownDone(int action, String evidence) implements TreatmentEvent {}

    /** All actions are shown done. */
    @Fact(type = "treatment-plan-completed", clauses = "8.3")
    record TreatmentPlanCompleted(UUID risk) implements TreatmentEvent {}

    /** The plan is given up; what was done for it stays as it was. */
    @Fact(
            type = "treatment-plan-withdrawn",
            clauses = {"6.1.3 e", "8.3"})
    record TreatmentPlanWithdrawn(UUID risk, String reason) implements TreatmentEvent {}

    /** Somebody else does an action from now on. */
    @Fact(
            type = "treatment-action-reassigned",
            clauses = {"6.1.3 e", "8.3"})
    record ActionReassigned(int action, Subject owner, Subject formerOwner, String reason) implements TreatmentEvent {}

    /**
     * The day by which an action was to be done has passed, and it has not been shown done. Recorded by the system, once for
     * each day that the action is to be done by.
     *
     * @param title what is to be done
     * @param owner who was to do it
     * @param targetDate the day that has passed
     */
    @Fact(type = "treatment-action-overdue", clauses = "8.3")
    record ActionOverdue(UUID risk, int action, String title, Subject owner, LocalDate targetDate)
            implements TreatmentEvent {}
}
