package isms.control.need;

import isms.platform.decider.Fact;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is heard of the treatment plans of risks. */
public sealed interface NeedEvent {

    /**
     * A plan that needs these controls has been approved.
     *
     * @param key key of the plan that people use, for example PLAN-7
     * @param title the plan in one line
     * @param risk identity of the risk
     * @param context identity of the context that the risk is in; null where nobody said
     */
    @Fact(
            type = "treatment-needs-heard",
            clauses = {"6.1.3 b", "6.1.3 c"})
    record TreatmentNeedsHeard(
            String key, String title, UUID risk, @Nullable UUID context, List<PlannedControl> controls)
            implements NeedEvent {

        public TreatmentNeedsHeard {
            controls = List.copyOf(controls);
        }
    }

    /** The plan was given up. */
    @Fact(
            type = "treatment-needs-ended",
            clauses = {"6.1.3 b", "6.1.3 c"})
    record TreatmentNeedsEnded(String reason) implements NeedEvent {}
}
