package isms.risk.treatment;

import isms.risk.treatment.TreatmentEvent.ActionProgressReported;
import isms.risk.treatment.TreatmentEvent.NecessaryControlImplemented;
import isms.risk.treatment.TreatmentPlan.Ended;
import isms.risk.treatment.TreatmentPlan.None;
import isms.risk.treatment.TreatmentPlan.Open;
import isms.risk.treatment.TreatmentPlan.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Note that a control which the plan needs has been put in place; the actions that implement it come as far as their controls
 * have. They are not shown done by it: somebody other than their owner still has to look.
 */
record RecordControlImplemented(ImplementedControl implemented) implements TreatmentCommand {

    @Override
    public List<TreatmentEvent> decide(TreatmentPlan state) {
        return switch (state) {
            case Open plan when plan.stage() == Stage.APPROVED -> noted(plan);
            case Open _ -> List.of();
            case Ended _ -> List.of();
            case None _ -> List.of();
        };
    }

    private List<TreatmentEvent> noted(Open plan) {
        Set<String> inPlace = new HashSet<>(plan.progress().implemented());
        var facts = new ArrayList<TreatmentEvent>();
        plan.content().controls().stream()
                .map(NecessaryControl::reference)
                .distinct()
                .filter(implemented::isCalled)
                .filter(inPlace::add)
                .forEach(reference -> facts.add(new NecessaryControlImplemented(
                        reference, implemented.control(), implemented.name(), implemented.at())));
        if (facts.isEmpty()) {
            return facts;
        }
        for (TreatmentAction action : plan.content().actions()) {
            int id = Objects.requireNonNull(action.id());
            if (plan.progress().done().contains(id)
                    || action.controls().stream().noneMatch(implemented::isCalled)) {
                continue;
            }
            long implementedOnes =
                    action.controls().stream().filter(inPlace::contains).count();
            int percent = (int) (100 * implementedOnes / action.controls().size());
            if (percent > plan.progress().percent(id)) {
                facts.add(new ActionProgressReported(
                        id,
                        percent,
                        "%s is implemented: %d of the %d controls of this action are in place"
                                .formatted(
                                        implemented.name(),
                                        implementedOnes,
                                        action.controls().size())));
            }
        }
        return facts;
    }
}
