package isms.risk.exposure;

import isms.platform.projection.AggregateProjection;
import isms.risk.quantification.QuantificationEntry;
import isms.risk.quantification.QuantificationType;
import jakarta.inject.Singleton;

/** Keeps the estimates of risks. */
@Singleton
public class QuantificationProjection extends AggregateProjection<QuantificationEntry> {

    QuantificationProjection(QuantificationType type) {
        super("risk-quantifications", type, QuantificationEntry.class, "risk_quantification");
    }
}
