package isms.risk.context;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import isms.risk.context.ContextEvent.ContextDefined;
import isms.risk.context.ContextEvent.ContextDescribed;
import isms.risk.context.ContextEvent.ContextRetired;
import isms.risk.context.ContextEvent.MethodologyChosen;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The context of risk assessment as the platform sees it. */
@Singleton
public class ContextType extends AggregateType<RiskContext, ContextEvent, ContextEntry> {

    public ContextType() {
        super("risk-context", "CTX", ContextEvent.class);
    }

    @Override
    public RiskContext initial() {
        return new RiskContext.None();
    }

    @Override
    public RiskContext evolve(RiskContext state, ContextEvent event) {
        return RiskContext.evolve(state, event);
    }

    @Override
    public ContextEntry represent(@Nullable ContextEntry before, Recorded<ContextEvent> fact) {
        var entry = before == null ? new ContextEntry() : (ContextEntry) before.clone();
        switch (fact.event()) {
            case ContextDefined(var description) -> {
                entry.status = "defined";
                entry.describe(description);
            }
            case ContextDescribed(var description) -> entry.describe(description);
            case MethodologyChosen(var methodology) -> {
                entry.methodologyId = methodology;
                entry.methodologyChosenAt = fact.effectiveAt();
            }
            case ContextRetired(var reason) -> {
                entry.status = "retired";
                entry.retiredBecause = reason;
            }
        }
        return entry;
    }
}
