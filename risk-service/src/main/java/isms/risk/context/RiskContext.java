package isms.risk.context;

import isms.risk.context.ContextEvent.ContextDefined;
import isms.risk.context.ContextEvent.ContextDescribed;
import isms.risk.context.ContextEvent.ContextRetired;
import isms.risk.context.ContextEvent.MethodologyChosen;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A context of risk assessment as decisions see it. */
public sealed interface RiskContext {

    /** Not defined. */
    record None() implements RiskContext {}

    /**
     * Defined and in use.
     *
     * @param methodology the methodology chosen; null before the first choice
     */
    record Defined(ContextDescription description, @Nullable UUID methodology) implements RiskContext {}

    /** No longer in use. */
    record Retired() implements RiskContext {}

    /** The state after a fact. */
    static RiskContext evolve(RiskContext state, ContextEvent event) {
        return switch (event) {
            case ContextDefined(var description) -> new Defined(description, null);
            case ContextDescribed(var description) ->
                state instanceof Defined defined ? new Defined(description, defined.methodology()) : state;
            case MethodologyChosen(var methodology) ->
                state instanceof Defined defined ? new Defined(defined.description(), methodology) : state;
            case ContextRetired retired -> new Retired();
        };
    }
}
