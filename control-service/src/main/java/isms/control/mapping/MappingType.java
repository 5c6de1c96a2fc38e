package isms.control.mapping;

import isms.control.mapping.MappingEvent.MappingAdded;
import isms.control.mapping.MappingEvent.MappingRevised;
import isms.control.mapping.MappingEvent.MappingWithdrawn;
import isms.control.mapping.MappingEvent.SuggestionConfirmed;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The own mapping as the platform sees it. */
@Singleton
public class MappingType extends AggregateType<OwnMapping, MappingEvent, MappingEntry> {

    public MappingType() {
        super("framework-mapping", "MAP", MappingEvent.class);
    }

    @Override
    public OwnMapping initial() {
        return new OwnMapping.None();
    }

    @Override
    public OwnMapping evolve(OwnMapping state, MappingEvent event) {
        return OwnMapping.evolve(state, event);
    }

    @Override
    public MappingEntry represent(@Nullable MappingEntry before, Recorded<MappingEvent> fact) {
        var entry = before == null ? new MappingEntry() : (MappingEntry) before.clone();
        switch (fact.event()) {
            case MappingAdded(var from, var to, var content) -> {
                entry.connect(from, to);
                entry.judge(content);
            }
            case SuggestionConfirmed(var from, var to, var via, var content) -> {
                entry.connect(from, to);
                entry.via = via;
                entry.judge(content);
            }
            case MappingRevised(var content) -> entry.judge(content);
            case MappingWithdrawn(var reason) -> {
                entry.status = "withdrawn";
                entry.withdrawnBecause = reason;
            }
        }
        return entry;
    }
}
