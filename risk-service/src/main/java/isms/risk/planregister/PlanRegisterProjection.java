package isms.risk.planregister;

import isms.platform.projection.AggregateProjection;
import isms.risk.treatment.TreatmentPlanEntry;
import isms.risk.treatment.TreatmentPlanType;
import jakarta.inject.Singleton;

/** Keeps the register of treatment plans. */
@Singleton
public class PlanRegisterProjection extends AggregateProjection<TreatmentPlanEntry> {

    PlanRegisterProjection(TreatmentPlanType type) {
        super("treatment-plans", type, TreatmentPlanEntry.class, "treatment_plan");
    }
}
