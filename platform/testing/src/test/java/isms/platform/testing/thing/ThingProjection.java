package isms.platform.testing.thing;

import isms.platform.projection.AggregateProjection;
import jakarta.inject.Singleton;

@Singleton
class ThingProjection extends AggregateProjection<ThingRow> {

    ThingProjection(ThingAggregate things) {
        super("things", things, ThingRow.class, "thing");
    }
}
