package isms.control.evidence;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Evidence as the platform sees it. */
@Singleton
public class EvidenceType extends AggregateType<Evidence, EvidenceEvent, EvidenceEntry> {

    public EvidenceType() {
        super("evidence", "EVD", EvidenceEvent.class);
    }

    @Override
    public Evidence initial() {
        return new Evidence.None();
    }

    @Override
    public Evidence evolve(Evidence state, EvidenceEvent event) {
        return Evidence.evolve(state, event);
    }

    @Override
    public EvidenceEntry represent(@Nullable EvidenceEntry before, Recorded<EvidenceEvent> fact) {
        var entry = before == null ? new EvidenceEntry() : (EvidenceEntry) before.clone();
        switch (fact.event()) {
            case EvidenceEvent.EvidenceProvided(var control, var item) -> {
                entry.controlId = control;
                entry.stand(item, 1, fact.actor(), fact.effectiveAt());
            }
            case EvidenceEvent.EvidenceSuperseded(var control, var edition, var item, var reason) -> {
                entry.supersede(reason);
                entry.stand(item, edition, fact.actor(), fact.effectiveAt());
            }
        }
        return entry;
    }
}
