package isms.risk.context;

import isms.risk.context.ContextEvent.MethodologyChosen;
import isms.risk.context.RiskContext.Defined;
import java.util.List;
import java.util.UUID;

/**
 * Have the risks of a context assessed with a methodology. It may be chosen before it is approved; assessing waits for that
 * (RSK-4). Assessments made before the choice keep theirs.
 */
record ChooseMethodology(UUID methodology) implements ContextCommand {

    @Override
    public List<ContextEvent> decide(RiskContext state) {
        Defined context = state.defined();
        return methodology.equals(context.methodology()) ? List.of() : List.of(new MethodologyChosen(methodology));
    }
}
