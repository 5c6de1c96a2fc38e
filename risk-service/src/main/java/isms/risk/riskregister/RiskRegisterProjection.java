package isms.risk.riskregister;

import isms.platform.projection.AggregateProjection;
import isms.risk.risk.RiskRegisterEntry;
import isms.risk.risk.RiskType;
import jakarta.inject.Singleton;

/** Keeps the register of risks. */
@Singleton
public class RiskRegisterProjection extends AggregateProjection<RiskRegisterEntry> {

    RiskRegisterProjection(RiskType type) {
        super("risk-register", type, RiskRegisterEntry.class, "risk_register");
    }
}
