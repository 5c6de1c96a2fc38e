package isms.risk.treatment;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A plan that stands, for tests of what rests on one. */
public final class ApprovedPlan {

    private ApprovedPlan() {}

    public static TreatmentPlan of(UUID risk, String title) {
        return new TreatmentPlan.Open(
                risk,
                TreatmentPlan.Stage.APPROVED,
                new PlanContent(title, null, List.of(), null, null, null, List.of(), null),
                Set.of(),
                null,
                0,
                ActionProgress.NONE);
    }
}
