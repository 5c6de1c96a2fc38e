package isms.platform.testing.thing;

import isms.platform.decider.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

sealed interface ThingEvent {

    @Fact(type = "thing-registered", clauses = "7.5.1")
    record ThingRegistered(String title, @Nullable String note, String owner, List<String> tags)
            implements ThingEvent {}

    @Fact(type = "thing-described", clauses = "7.5.1")
    record ThingDescribed(String title, @Nullable String note) implements ThingEvent {}

    @Fact(type = "thing-rated", clauses = "7.5.3")
    record ThingRated(int level, Place place) implements ThingEvent {}

    @Fact(type = "thing-closed", clauses = "7.5.3")
    record ThingClosed() implements ThingEvent {}
}
