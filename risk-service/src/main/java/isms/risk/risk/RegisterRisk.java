package isms.risk.risk;

import static isms.risk.risk.RiskRule.A_RISK_IS_REGISTERED_ONCE;

import isms.platform.people.Subject;
import isms.risk.context.RiskContext;
import isms.risk.library.StartingPoint;
import isms.risk.risk.Risk.None;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.Risk.Retired;
import isms.risk.risk.RiskEvent.RiskRegistered;
import isms.risk.risk.RiskEvent.RiskStartedFromScenario;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Enter an identified risk in the register, in a context and with an owner.
 *
 * @param context identity of the context
 * @param found the context as it is now; a retired one takes no further risks
 * @param start the scenario that it was drawn up from; null for none
 */
record RegisterRisk(
        RiskKind kind,
        RiskDescription description,
        UUID context,
        RiskContext found,
        Subject owner,
        @Nullable StartingPoint start)
        implements RiskCommand {

    RegisterRisk(RiskKind kind, RiskDescription description, UUID context, RiskContext found, Subject owner) {
        this(kind, description, context, found, owner, null);
    }

    @Override
    public List<RiskEvent> decide(Risk state) {
        return switch (state) {
            case None _ -> {
                found.defined();
                var registered = new RiskRegistered(kind, description.complete(kind), context, owner);
                yield start == null
                        ? List.of(registered)
                        : List.of(registered, new RiskStartedFromScenario(start.id(), start.title()));
            }
            case Registered _ -> throw A_RISK_IS_REGISTERED_ONCE.violated();
            case Retired _ -> throw A_RISK_IS_REGISTERED_ONCE.violated();
        };
    }
}
