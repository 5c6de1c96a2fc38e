package isms.risk.risk;

import static isms.risk.risk.RiskRule.A_RISK_IS_REGISTERED_ONCE;

import isms.risk.Subject;
import isms.risk.context.RiskContext;
import isms.risk.risk.Risk.None;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.Risk.Retired;
import isms.risk.risk.RiskEvent.RiskRegistered;
import java.util.List;
import java.util.UUID;

/**
 * Enter an identified risk in the register, in a context and with an owner.
 *
 * @param context identity of the context
 * @param found the context as it is now; a retired one takes no further risks
 */
record RegisterRisk(RiskKind kind, RiskDescription description, UUID context, RiskContext found, Subject owner)
        implements RiskCommand {

    @Override
    public List<RiskEvent> decide(Risk state) {
        return switch (state) {
            case None _ -> {
                found.defined();
                yield List.of(new RiskRegistered(kind, description.complete(kind), context, owner));
            }
            case Registered _ -> throw A_RISK_IS_REGISTERED_ONCE.violated();
            case Retired _ -> throw A_RISK_IS_REGISTERED_ONCE.violated();
        };
    }
}
