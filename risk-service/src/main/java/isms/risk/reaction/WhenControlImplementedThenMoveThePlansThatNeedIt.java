package isms.risk.reaction;

import isms.contracts.control.v1.ControlImplemented;
import isms.platform.messaging.CloudEventMessage;
import isms.platform.messaging.Reaction;
import isms.risk.standing.Standings;
import isms.risk.treatment.ImplementedControl;
import isms.risk.treatment.TreatmentPlanType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Notes in every plan that is being carried out and needs the control that it is in place, and how far that brings its actions. */
@Singleton
class WhenControlImplementedThenMoveThePlansThatNeedIt implements Reaction {

    private final Standings standings;
    private final TreatmentPlanType plans;

    WhenControlImplementedThenMoveThePlansThatNeedIt(Standings standings, TreatmentPlanType plans) {
        this.standings = standings;
        this.plans = plans;
    }

    @Override
    public String name() {
        return "move-plans-of-implemented-control";
    }

    @Override
    public Set<String> types() {
        return Set.of("isms.control.control-implemented.v1");
    }

    @Override
    public List<Intention<?, ?, ?>> react(CloudEventMessage fact) {
        var found = fact.read(ControlImplemented.class);
        var implemented = new ImplementedControl(found.control(), found.key(), found.references(), found.at());
        var names = Stream.concat(Stream.of(found.key(), found.control().toString()), found.references().stream())
                .distinct()
                .toList();
        // A plan that was approved before the fact arrived is not to be overlooked.
        standings.caughtUp();
        return standings.plansNeeding(fact.tenant(), names).stream()
                .<Intention<?, ?, ?>>map(plan ->
                        new Intention<>(plans, plan, implemented.noted(), found.key() + " has been implemented"))
                .toList();
    }
}
