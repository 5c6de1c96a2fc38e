package isms.risk.treatment;

import isms.platform.decider.Command;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A control of the organization that has been put in place, as another service tells it.
 *
 * @param control its identity
 * @param name its key, as people know it
 * @param references the other names by which plans refer to it, for example A.8.13
 * @param at when it was implemented
 */
public record ImplementedControl(UUID control, String name, List<String> references, Instant at) {

    public ImplementedControl {
        references = List.copyOf(references);
    }

    /** What notes it in a plan; nothing in a plan that does not need it, knows it already or is not being carried out. */
    public Command<TreatmentPlan, TreatmentEvent> noted() {
        return new RecordControlImplemented(this);
    }

    boolean isCalled(String reference) {
        return reference.equalsIgnoreCase(name)
                || reference.equalsIgnoreCase(control.toString())
                || references.stream().anyMatch(reference::equalsIgnoreCase);
    }
}
