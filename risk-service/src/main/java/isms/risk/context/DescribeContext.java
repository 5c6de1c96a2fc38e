package isms.risk.context;

import isms.risk.context.ContextEvent.ContextDescribed;
import isms.risk.context.RiskContext.Defined;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Correct the title or the description of a context.
 *
 * @param correction what becomes of them; applied to the description as it is when the decision is taken
 */
record DescribeContext(UnaryOperator<ContextDescription> correction) implements ContextCommand {

    @Override
    public List<ContextEvent> decide(RiskContext state) {
        Defined context = state.defined();
        ContextDescription corrected = correction.apply(context.description()).titled();
        return corrected.equals(context.description()) ? List.of() : List.of(new ContextDescribed(corrected));
    }
}
