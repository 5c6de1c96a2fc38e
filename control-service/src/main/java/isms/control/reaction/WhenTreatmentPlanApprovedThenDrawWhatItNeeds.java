package isms.control.reaction;

import isms.contracts.risk.v1.TreatmentControl;
import isms.contracts.risk.v1.TreatmentPlanApproved;
import isms.control.control.ControlType;
import isms.control.control.ReliantPlan;
import isms.control.need.Heard;
import isms.control.need.NeedEvent.TreatmentNeedsHeard;
import isms.control.need.PlannedControl;
import isms.control.need.TreatmentNeedsType;
import isms.control.statement.PlanNeed;
import isms.control.statement.StatementType;
import isms.platform.messaging.CloudEventMessage;
import isms.platform.messaging.Reaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Keeps what the plan needs, draws it into every statement that covers the context of its risk, and lets the plan know which of
 * its controls are in place.
 */
@Singleton
class WhenTreatmentPlanApprovedThenDrawWhatItNeeds implements Reaction {

    private final Concerned concerned;
    private final TreatmentNeedsType needs;
    private final StatementType statements;
    private final ControlType controls;

    WhenTreatmentPlanApprovedThenDrawWhatItNeeds(
            Concerned concerned, TreatmentNeedsType needs, StatementType statements, ControlType controls) {
        this.concerned = concerned;
        this.needs = needs;
        this.statements = statements;
        this.controls = controls;
    }

    @Override
    public String name() {
        return "draw-needs-of-approved-plan";
    }

    @Override
    public Set<String> types() {
        return Set.of("isms.risk.treatment-plan-approved.v1");
    }

    @Override
    public List<Intention<?, ?, ?>> react(CloudEventMessage fact) {
        var plan = fact.read(TreatmentPlanApproved.class);
        var heard = new TreatmentNeedsHeard(
                plan.key(),
                plan.title(),
                plan.risk(),
                plan.context(),
                plan.controls().stream()
                        .map(control -> new PlannedControl(control.reference(), control.source()))
                        .toList());
        return List.of(new Intention<>(needs, plan.plan(), Heard.approved(heard), reason(plan)));
    }

    /** A statement that begins meanwhile finds the need that is recorded by now, and one that has begun is found here. */
    @Override
    public List<Intention<?, ?, ?>> then(CloudEventMessage fact) {
        var plan = fact.read(TreatmentPlanApproved.class);
        if (plan.controls().isEmpty()) {
            return List.of();
        }
        concerned.caughtUp();
        var both = concerned.both(
                fact.tenant(),
                plan.context(),
                plan.controls().stream().map(TreatmentControl::reference).toList());
        var arisen = plan.controls().stream()
                .map(control -> new PlanNeed(
                        control.reference(),
                        null,
                        plan.plan(),
                        plan.key(),
                        plan.risk().toString(),
                        plan.title()))
                .toList();
        var reliant = new ReliantPlan(plan.plan(), plan.key());
        var intentions = new ArrayList<Intention<?, ?, ?>>();
        both.statements()
                .forEach(statement -> intentions.add(
                        new Intention<>(statements, statement, PlanNeed.allArisen(arisen), reason(plan))));
        both.controls()
                .forEach(control -> intentions.add(new Intention<>(controls, control, reliant.relies(), reason(plan))));
        return intentions;
    }

    private static String reason(TreatmentPlanApproved plan) {
        return "The treatment plan %s was approved".formatted(plan.key());
    }
}
