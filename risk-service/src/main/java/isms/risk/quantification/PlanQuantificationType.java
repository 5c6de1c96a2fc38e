package isms.risk.quantification;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import isms.risk.quantification.PlanQuantificationEvent.PlanQuantified;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The estimate of a treatment plan as the platform sees it; its id is that of the plan. */
@Singleton
public class PlanQuantificationType
        extends AggregateType<Quantified, PlanQuantificationEvent, PlanQuantificationEntry> {

    public PlanQuantificationType() {
        super("plan-quantification", "COST", PlanQuantificationEvent.class);
    }

    @Override
    public Quantified initial() {
        return Quantified.NOT_YET;
    }

    @Override
    public Quantified evolve(Quantified state, PlanQuantificationEvent event) {
        return switch (event) {
            case PlanQuantified _ -> Quantified.RECORDED;
        };
    }

    @Override
    public PlanQuantificationEntry represent(
            @Nullable PlanQuantificationEntry before, Recorded<PlanQuantificationEvent> fact) {
        var entry = before == null ? new PlanQuantificationEntry() : (PlanQuantificationEntry) before.clone();
        switch (fact.event()) {
            case PlanQuantified quantified -> entry.estimate(quantified, fact.actor(), fact.effectiveAt());
        }
        return entry;
    }
}
