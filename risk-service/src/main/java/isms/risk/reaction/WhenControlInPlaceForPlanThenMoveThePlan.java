package isms.risk.reaction;

import isms.contracts.control.v1.ControlInPlaceForPlan;
import isms.platform.messaging.CloudEventMessage;
import isms.platform.messaging.Reaction;
import isms.risk.treatment.ImplementedControl;
import isms.risk.treatment.TreatmentPlanType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Notes in a plan that a control which it needs was in place before it was approved. */
@Singleton
class WhenControlInPlaceForPlanThenMoveThePlan implements Reaction {

    private final TreatmentPlanType plans;

    WhenControlInPlaceForPlanThenMoveThePlan(TreatmentPlanType plans) {
        this.plans = plans;
    }

    @Override
    public String name() {
        return "move-plan-of-control-in-place";
    }

    @Override
    public Set<String> types() {
        return Set.of("isms.control.control-in-place-for-plan.v1");
    }

    @Override
    public List<Intention<?, ?, ?>> react(CloudEventMessage fact) {
        var found = fact.read(ControlInPlaceForPlan.class);
        var implemented = new ImplementedControl(found.control(), found.key(), found.references(), found.at());
        return List.of(
                new Intention<>(plans, found.plan(), implemented.noted(), found.key() + " was in place already"));
    }
}
