package isms.risk.treatment;

import static isms.risk.treatment.TreatmentRule.A_PLAN_AT_ITS_END_REMAINS_AS_IT_IS;
import static isms.risk.treatment.TreatmentRule.ONLY_AN_APPROVED_PLAN_IS_CARRIED_OUT;
import static isms.risk.treatment.TreatmentRule.ONLY_A_DRAFTED_PLAN_CAN_BE_WORKED_ON;
import static isms.risk.treatment.TreatmentRule.THE_PLAN_HAS_NO_SUCH_ACTION;
import static isms.risk.treatment.TreatmentRule.WHAT_IS_SHOWN_DONE_STAYS_DONE;

import isms.platform.decider.Rule;
import isms.platform.people.Authors;
import isms.platform.people.Subject;
import isms.risk.treatment.TreatmentEvent.ActionOverdue;
import isms.risk.treatment.TreatmentEvent.ActionProgressReported;
import isms.risk.treatment.TreatmentEvent.ActionReassigned;
import isms.risk.treatment.TreatmentEvent.ActionShownDone;
import isms.risk.treatment.TreatmentEvent.ActionTargetDateMoved;
import isms.risk.treatment.TreatmentEvent.NecessaryControlImplemented;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanApproved;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanCompleted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanDrafted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanReturned;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanRevised;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanSubmitted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanWithdrawn;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A treatment plan as decisions see it. */
public sealed interface TreatmentPlan {

    /** The plan, refused when there is none or when it is at its end. */
    Open open();

    /** The plan, refused by the given rule when it has not come just as far as that. */
    default Open at(Stage stage, Rule otherwise) {
        Open plan = open();
        if (plan.stage() != stage) {
            throw otherwise.violated();
        }
        return plan;
    }

    /** Not drafted. */
    record None() implements TreatmentPlan {

        @Override
        public Open open() {
            throw ONLY_A_DRAFTED_PLAN_CAN_BE_WORKED_ON.violated();
        }
    }

    /**
     * On its way.
     *
     * @param authors everyone who wrote some of it
     * @param aim the level aimed at; null in a draft
     * @param lastAction the highest id that was given to an action so far; 0 before the first
     * @param progress what has become of the actions since the approval
     */
    record Open(
            UUID risk,
            Stage stage,
            PlanContent content,
            Set<Subject> authors,
            @Nullable ResidualAim aim,
            int lastAction,
            ActionProgress progress)
            implements TreatmentPlan {

        @Override
        public Open open() {
            return this;
        }

        /** An action that is being carried out, refused when there is none such or when it is shown done. */
        TreatmentAction underWay(int action) {
            at(Stage.APPROVED, ONLY_AN_APPROVED_PLAN_IS_CARRIED_OUT);
            TreatmentAction found = content.action(action).orElseThrow(THE_PLAN_HAS_NO_SUCH_ACTION::violated);
            if (progress.done().contains(action)) {
                throw WHAT_IS_SHOWN_DONE_STAYS_DONE.violated();
            }
            return found;
        }

        /** The actions that are to be done still, have not been done by their day, and of which that is not noted. */
        List<TreatmentAction> late(LocalDate today) {
            return stage == Stage.APPROVED
                    ? content.actions().stream()
                            .filter(action -> action.hasPassed(today) && progress.isUnnoted(action))
                            .toList()
                    : List.of();
        }

        private TreatmentPlan after(TreatmentEvent event) {
            return switch (event) {
                case TreatmentPlanDrafted _ -> this;
                case TreatmentPlanRevised(var revised, var author) ->
                    new Open(
                            risk,
                            stage,
                            revised,
                            Authors.with(authors, author),
                            aim,
                            Math.max(lastAction, revised.lastId()),
                            progress);
                case TreatmentPlanSubmitted(var aimed) -> reached(Stage.SUBMITTED, aimed);
                case TreatmentPlanReturned _ -> reached(Stage.DRAFT, null);
                case TreatmentPlanApproved _ -> reached(Stage.APPROVED, aim);
                case ActionProgressReported reported ->
                    with(content, progress.reported(reported.action(), reported.percent()));
                case NecessaryControlImplemented necessary ->
                    with(content, progress.implemented(necessary.reference()));
                case ActionTargetDateMoved moved ->
                    with(content.moved(moved.action(), moved.to()), progress.moved(moved.action()));
                case ActionShownDone shown -> with(content, progress.shownDone(shown.action()));
                case TreatmentPlanCompleted _ -> new Ended();
                case TreatmentPlanWithdrawn _ -> new Ended();
                case ActionReassigned(var action, var owner, var former, var reason) ->
                    with(content.reassigned(action, owner), progress.reassigned(action, former));
                case ActionOverdue overdue -> with(content, progress.overdue(overdue.action()));
            };
        }

        private Open with(PlanContent changed, ActionProgress progressed) {
            return new Open(risk, stage, changed, authors, aim, lastAction, progressed);
        }

        private Open reached(Stage next, @Nullable ResidualAim aimed) {
            return new Open(risk, next, content, authors, aimed, lastAction, progress);
        }
    }

    /** Completed or withdrawn. */
    record Ended() implements TreatmentPlan {

        @Override
        public Open open() {
            throw A_PLAN_AT_ITS_END_REMAINS_AS_IT_IS.violated();
        }
    }

    /** How far a plan has come. */
    enum Stage {
        DRAFT,
        SUBMITTED,
        APPROVED
    }

    /** The state after a fact. */
    static TreatmentPlan evolve(TreatmentPlan state, TreatmentEvent event) {
        return switch (state) {
            case None none ->
                event instanceof TreatmentPlanDrafted(var risk, var content, var author)
                        ? new Open(
                                risk, Stage.DRAFT, content, Set.of(author), null, content.lastId(), ActionProgress.NONE)
                        : none;
            case Open open -> open.after(event);
            case Ended ended -> ended;
        };
    }
}
