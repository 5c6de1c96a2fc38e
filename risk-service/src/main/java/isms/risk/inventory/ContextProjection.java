package isms.risk.inventory;

import isms.platform.projection.AggregateProjection;
import isms.risk.context.ContextEntry;
import isms.risk.context.ContextType;
import jakarta.inject.Singleton;

/** Keeps the contexts of risk assessment. */
@Singleton
public class ContextProjection extends AggregateProjection<ContextEntry> {

    ContextProjection(ContextType type) {
        super("risk-contexts", type, ContextEntry.class, "risk_context");
    }
}
