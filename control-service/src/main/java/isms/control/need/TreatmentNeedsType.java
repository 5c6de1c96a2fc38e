package isms.control.need;

import isms.control.need.NeedEvent.TreatmentNeedsEnded;
import isms.control.need.NeedEvent.TreatmentNeedsHeard;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What a treatment plan needs as the platform sees it; its identity is that of the plan. */
@Singleton
public class TreatmentNeedsType extends AggregateType<TreatmentNeeds, NeedEvent, TreatmentNeedsEntry> {

    public TreatmentNeedsType() {
        super("treatment-needs", "NEEDS", NeedEvent.class);
    }

    @Override
    public TreatmentNeeds initial() {
        return TreatmentNeeds.UNHEARD;
    }

    @Override
    public TreatmentNeeds evolve(TreatmentNeeds state, NeedEvent event) {
        return TreatmentNeeds.evolve(event);
    }

    @Override
    public TreatmentNeedsEntry represent(@Nullable TreatmentNeedsEntry before, Recorded<NeedEvent> fact) {
        var entry = before == null ? new TreatmentNeedsEntry() : (TreatmentNeedsEntry) before.clone();
        switch (fact.event()) {
            case TreatmentNeedsHeard heard -> entry.hear(heard);
            case TreatmentNeedsEnded(var reason) -> entry.end(reason);
        }
        return entry;
    }
}
