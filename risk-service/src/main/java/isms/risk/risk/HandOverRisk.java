package isms.risk.risk;

import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.RiskEvent.RiskHandedOver;
import java.util.List;

/** Make someone else accountable for a risk. */
record HandOverRisk(Subject owner, Actor by) implements RiskCommand {

    @Override
    public List<RiskEvent> decide(Risk state) {
        Registered risk = state.decidedOnBy(by);
        return owner.equals(risk.owner()) ? List.of() : List.of(new RiskHandedOver(owner, risk.owner()));
    }
}
