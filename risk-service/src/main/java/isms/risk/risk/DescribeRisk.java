package isms.risk.risk;

import isms.platform.people.Actor;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.RiskEvent.RiskDescribed;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Describe a risk better. What it is rated is left as it is.
 *
 * @param correction what becomes of the description; applied to it as it is when the decision is taken
 */
record DescribeRisk(UnaryOperator<RiskDescription> correction, Actor by) implements RiskCommand {

    @Override
    public List<RiskEvent> decide(Risk state) {
        Registered risk = state.decidedOnBy(by);
        RiskDescription corrected = correction.apply(risk.description()).complete(risk.kind());
        return corrected.equals(risk.description()) ? List.of() : List.of(new RiskDescribed(corrected));
    }
}
