package isms.control.reaction;

import isms.contracts.risk.v1.TreatmentPlanWithdrawn;
import isms.control.need.Heard;
import isms.control.need.TreatmentNeedsType;
import isms.control.statement.PlanNeed;
import isms.control.statement.StatementType;
import isms.platform.messaging.CloudEventMessage;
import isms.platform.messaging.Reaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Ends what the plan needed, in every statement. */
@Singleton
class WhenTreatmentPlanWithdrawnThenEndWhatItNeeds implements Reaction {

    private final Concerned concerned;
    private final TreatmentNeedsType needs;
    private final StatementType statements;

    WhenTreatmentPlanWithdrawnThenEndWhatItNeeds(
            Concerned concerned, TreatmentNeedsType needs, StatementType statements) {
        this.concerned = concerned;
        this.needs = needs;
        this.statements = statements;
    }

    @Override
    public String name() {
        return "end-needs-of-withdrawn-plan";
    }

    @Override
    public Set<String> types() {
        return Set.of("isms.risk.treatment-plan-withdrawn.v1");
    }

    @Override
    public List<Intention<?, ?, ?>> react(CloudEventMessage fact) {
        var plan = fact.read(TreatmentPlanWithdrawn.class);
        return List.of(new Intention<>(needs, plan.plan(), Heard.givenUp(plan.reason()), plan.reason()));
    }

    @Override
    public List<Intention<?, ?, ?>> then(CloudEventMessage fact) {
        var plan = fact.read(TreatmentPlanWithdrawn.class);
        concerned.caughtUp();
        return concerned.statements(fact.tenant(), null).stream()
                .<Intention<?, ?, ?>>map(
                        statement -> new Intention<>(statements, statement, PlanNeed.ended(plan.plan()), plan.reason()))
                .toList();
    }
}
