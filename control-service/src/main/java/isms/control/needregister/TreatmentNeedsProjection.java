package isms.control.needregister;

import isms.control.need.TreatmentNeedsEntry;
import isms.control.need.TreatmentNeedsType;
import isms.platform.projection.AggregateProjection;
import jakarta.inject.Singleton;

/** Keeps what treatment plans need. */
@Singleton
public class TreatmentNeedsProjection extends AggregateProjection<TreatmentNeedsEntry> {

    TreatmentNeedsProjection(TreatmentNeedsType type) {
        super("treatment-needs", type, TreatmentNeedsEntry.class, "treatment_needs");
    }
}
