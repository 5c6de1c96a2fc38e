package isms.risk.context;

import static isms.risk.context.ContextRule.A_CONTEXT_IS_DEFINED_ONCE;

import isms.risk.context.ContextEvent.ContextDefined;
import isms.risk.context.RiskContext.Defined;
import isms.risk.context.RiskContext.None;
import isms.risk.context.RiskContext.Retired;
import java.util.List;

/** Set a context apart, to be rated by a methodology of its own choice. */
record DefineContext(ContextDescription description) implements ContextCommand {

    @Override
    public List<ContextEvent> decide(RiskContext state) {
        return switch (state) {
            case None _ -> List.of(new ContextDefined(description.titled()));
            case Defined _ -> throw A_CONTEXT_IS_DEFINED_ONCE.violated();
            case Retired _ -> throw A_CONTEXT_IS_DEFINED_ONCE.violated();
        };
    }
}
