package isms.control.reaction;

import isms.contracts.improvement.v1.NonconformityRaised;
import isms.control.control.ControlDoubt;
import isms.control.control.ControlType;
import isms.control.control.DoubtCause;
import isms.platform.messaging.CloudEventMessage;
import isms.platform.messaging.Reaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Puts the effectiveness of the controls that the nonconformity names in doubt. */
@Singleton
class WhenNonconformityRaisedThenDoubtItsControls implements Reaction {

    private final Concerned concerned;
    private final ControlType controls;

    WhenNonconformityRaisedThenDoubtItsControls(Concerned concerned, ControlType controls) {
        this.concerned = concerned;
        this.controls = controls;
    }

    @Override
    public String name() {
        return "doubt-controls-of-nonconformity";
    }

    @Override
    public Set<String> types() {
        return Set.of("isms.improvement.nonconformity-raised.v1");
    }

    @Override
    public List<Intention<?, ?, ?>> react(CloudEventMessage fact) {
        var raised = fact.read(NonconformityRaised.class);
        if (raised.controls().isEmpty()) {
            return List.of();
        }
        concerned.caughtUp();
        var what = "The nonconformity %s was raised: %s".formatted(raised.key(), raised.title());
        var doubt = new ControlDoubt(fact.id(), DoubtCause.NONCONFORMITY, what, raised.nonconformity(), fact.time());
        return concerned.controls(fact.tenant(), raised.controls()).stream()
                .<Intention<?, ?, ?>>map(control -> new Intention<>(controls, control, doubt.raised(), what))
                .toList();
    }
}
