package isms.risk.exposure;

import isms.platform.projection.AggregateProjection;
import isms.risk.quantification.PlanQuantificationEntry;
import isms.risk.quantification.PlanQuantificationType;
import jakarta.inject.Singleton;

/** Keeps the estimates of plans. */
@Singleton
public class PlanQuantificationProjection extends AggregateProjection<PlanQuantificationEntry> {

    PlanQuantificationProjection(PlanQuantificationType type) {
        super("plan-quantifications", type, PlanQuantificationEntry.class, "plan_quantification");
    }
}
