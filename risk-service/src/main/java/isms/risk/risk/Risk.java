package isms.risk.risk;

import isms.risk.Subject;
import isms.risk.risk.RiskEvent.RiskAssessed;
import isms.risk.risk.RiskEvent.RiskDescribed;
import isms.risk.risk.RiskEvent.RiskHandedOver;
import isms.risk.risk.RiskEvent.RiskRegistered;
import isms.risk.risk.RiskEvent.RiskRetired;
import java.util.UUID;

/** A risk as decisions see it. */
public sealed interface Risk {

    /** Not in the register. */
    record None() implements Risk {}

    /** In the register. */
    record Registered(RiskKind kind, RiskDescription description, UUID context, Subject owner) implements Risk {}

    /** No longer in need of attention. */
    record Retired() implements Risk {}

    /** The state after a fact. */
    static Risk evolve(Risk state, RiskEvent event) {
        return switch (event) {
            case RiskRegistered(var kind, var description, var context, var owner) ->
                new Registered(kind, description, context, owner);
            case RiskDescribed(var description) ->
                state instanceof Registered it
                        ? new Registered(it.kind(), description, it.context(), it.owner())
                        : state;
            case RiskHandedOver(var owner, var formerOwner) ->
                state instanceof Registered it
                        ? new Registered(it.kind(), it.description(), it.context(), owner)
                        : state;
            case RiskAssessed assessed -> state;
            case RiskRetired retired -> new Retired();
        };
    }
}
