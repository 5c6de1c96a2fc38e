package isms.platform.testing.thing;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

@Singleton
public class ThingAggregate extends AggregateType<Thing, ThingEvent, ThingRow> {

    ThingAggregate() {
        super("thing", "THING", ThingEvent.class);
    }

    @Override
    public Thing initial() {
        return new Thing.None();
    }

    @Override
    public Thing evolve(Thing state, ThingEvent event) {
        return switch (event) {
            case ThingEvent.ThingRegistered registered -> new Thing.Open(registered.title());
            case ThingEvent.ThingDescribed described -> new Thing.Open(described.title());
            case ThingEvent.ThingRated rated -> state;
            case ThingEvent.ThingClosed closed -> new Thing.Closed();
        };
    }

    @Override
    public ThingRow represent(@Nullable ThingRow before, Recorded<ThingEvent> fact) {
        ThingRow row = before == null ? new ThingRow() : (ThingRow) before.clone();
        switch (fact.event()) {
            case ThingEvent.ThingRegistered registered -> {
                row.title = registered.title();
                row.note = registered.note();
                row.owner = registered.owner();
                row.tags = registered.tags();
                row.status = ThingStatus.OPEN;
            }
            case ThingEvent.ThingDescribed described -> {
                row.title = described.title();
                row.note = described.note();
            }
            case ThingEvent.ThingRated rated -> {
                row.level = rated.level();
                row.place = rated.place();
            }
            case ThingEvent.ThingClosed closed -> row.status = ThingStatus.CLOSED;
        }
        return row;
    }
}
