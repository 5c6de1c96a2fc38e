package isms.risk.quantification;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import isms.risk.quantification.QuantificationEvent.RiskQuantified;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The estimate of a risk as the platform sees it; its id is that of the risk. */
@Singleton
public class QuantificationType extends AggregateType<Quantified, QuantificationEvent, QuantificationEntry> {

    public QuantificationType() {
        super("risk-quantification", "QUANT", QuantificationEvent.class);
    }

    @Override
    public Quantified initial() {
        return Quantified.NOT_YET;
    }

    @Override
    public Quantified evolve(Quantified state, QuantificationEvent event) {
        return switch (event) {
            case RiskQuantified _ -> Quantified.RECORDED;
        };
    }

    @Override
    public QuantificationEntry represent(@Nullable QuantificationEntry before, Recorded<QuantificationEvent> fact) {
        var entry = before == null ? new QuantificationEntry() : (QuantificationEntry) before.clone();
        switch (fact.event()) {
            case RiskQuantified quantified -> entry.estimate(quantified, fact.actor(), fact.effectiveAt());
        }
        return entry;
    }
}
