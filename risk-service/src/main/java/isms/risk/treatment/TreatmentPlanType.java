package isms.risk.treatment;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
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
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The treatment plan as the platform sees it. */
@Singleton
public class TreatmentPlanType extends AggregateType<TreatmentPlan, TreatmentEvent, TreatmentPlanEntry> {

    public TreatmentPlanType() {
        super("treatment-plan", "PLAN", TreatmentEvent.class);
    }

    @Override
    public TreatmentPlan initial() {
        return new TreatmentPlan.None();
    }

    @Override
    public TreatmentPlan evolve(TreatmentPlan state, TreatmentEvent event) {
        return TreatmentPlan.evolve(state, event);
    }

    @Override
    public TreatmentPlanEntry represent(@Nullable TreatmentPlanEntry before, Recorded<TreatmentEvent> fact) {
        var entry = before == null ? new TreatmentPlanEntry() : (TreatmentPlanEntry) before.clone();
        switch (fact.event()) {
            case TreatmentPlanDrafted(var risk, var content, var author) -> {
                entry.riskId = risk;
                entry.status = "draft";
                entry.write(content, author);
            }
            case TreatmentPlanRevised(var content, var author) -> entry.write(content, author);
            case TreatmentPlanSubmitted(var aim) -> entry.submit(aim, fact.effectiveAt());
            case TreatmentPlanReturned(var reason) -> entry.giveBack(reason);
            case TreatmentPlanApproved _ -> entry.approve(fact.actor(), fact.effectiveAt());
            case ActionProgressReported(var action, var percent, var remark) -> {
                entry.status = "in-progress";
                entry.change(action, it -> it.reported(percent, remark, fact.effectiveAt()));
            }
            case NecessaryControlImplemented necessary -> entry.implemented(necessary.reference());
            case ActionTargetDateMoved(var action, var from, var to, var reason) ->
                entry.change(action, it -> it.moved(from, to, reason));
            case ActionShownDone(var action, var evidence) -> {
                entry.status = "in-progress";
                entry.change(action, it -> it.shownDone(evidence, new Subject(fact.actor()), fact.effectiveAt()));
            }
            case TreatmentPlanCompleted _ -> {
                entry.status = "completed";
                entry.completedAt = fact.effectiveAt();
            }
            case TreatmentPlanWithdrawn withdrawn -> entry.withdraw(withdrawn.reason());
            case ActionReassigned reassigned ->
                entry.change(reassigned.action(), it -> it.reassigned(reassigned.owner()));
            case ActionOverdue overdue -> entry.change(overdue.action(), it -> it.overdue(fact.effectiveAt()));
        }
        return entry;
    }
}
