package isms.risk.context;

import static isms.risk.context.ContextRule.A_RETIRED_CONTEXT_REMAINS_AS_IT_IS;
import static isms.risk.context.ContextRule.ONLY_A_DEFINED_CONTEXT_CAN_BE_WORKED_ON;

import isms.risk.context.ContextEvent.ContextDefined;
import isms.risk.context.ContextEvent.ContextDescribed;
import isms.risk.context.ContextEvent.ContextRetired;
import isms.risk.context.ContextEvent.MethodologyChosen;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A context of risk assessment as decisions see it. */
public sealed interface RiskContext {

    /** The context, refused when it is not in use. */
    Defined defined();

    /** Not defined. */
    record None() implements RiskContext {

        @Override
        public Defined defined() {
            throw ONLY_A_DEFINED_CONTEXT_CAN_BE_WORKED_ON.violated();
        }
    }

    /**
     * Defined and in use.
     *
     * @param methodology the methodology chosen; null before the first choice
     */
    record Defined(ContextDescription description, @Nullable UUID methodology) implements RiskContext {

        @Override
        public Defined defined() {
            return this;
        }
    }

    /** No longer in use. */
    record Retired() implements RiskContext {

        @Override
        public Defined defined() {
            throw A_RETIRED_CONTEXT_REMAINS_AS_IT_IS.violated();
        }
    }

    /** The state after a fact. */
    static RiskContext evolve(RiskContext state, ContextEvent event) {
        return switch (event) {
            case ContextDefined(var description) -> new Defined(description, null);
            case ContextDescribed(var description) ->
                state instanceof Defined defined ? new Defined(description, defined.methodology()) : state;
            case MethodologyChosen(var methodology) ->
                state instanceof Defined defined ? new Defined(defined.description(), methodology) : state;
            case ContextRetired _ -> new Retired();
        };
    }
}
