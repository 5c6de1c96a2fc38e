package isms.risk.context;

import isms.platform.decider.Fact;
import java.util.UUID;

/** What happens to a context of risk assessment. */
public sealed interface ContextEvent {

    /** A context was set apart from the others. */
    @Fact(
            type = "risk-context-defined",
            clauses = {"6.1.2 a", "4.1"})
    record ContextDefined(ContextDescription description) implements ContextEvent {}

    /** Title or description of the context were corrected. */
    @Fact(type = "risk-context-described", clauses = "6.1.2 a")
    record ContextDescribed(ContextDescription description) implements ContextEvent {}

    /** Risks of the context are assessed with this methodology from now on. */
    @Fact(type = "risk-context-methodology-chosen", clauses = "6.1.2 a")
    record MethodologyChosen(UUID methodology) implements ContextEvent {}

    /** No further risk is registered or assessed in the context. */
    @Fact(type = "risk-context-retired", clauses = "6.1.2 a")
    record ContextRetired(String reason) implements ContextEvent {}
}
