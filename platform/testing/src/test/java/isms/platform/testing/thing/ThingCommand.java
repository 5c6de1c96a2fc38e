package isms.platform.testing.thing;

import isms.platform.decider.Command;
import isms.platform.decider.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

sealed interface ThingCommand extends Command<Thing, ThingEvent> {

    record RegisterThing(String title, @Nullable String note, String owner, List<String> tags) implements ThingCommand {
        @Override
        public List<ThingEvent> decide(Thing thing) {
            if (!(thing instanceof Thing.None)) {
                throw ThingRule.A_THING_IS_REGISTERED_ONCE.violated();
            }
            return List.of(new ThingEvent.ThingRegistered(title, note, owner, tags));
        }
    }

    record DescribeThing(String title, @Nullable String note) implements ThingCommand {
        @Override
        public List<ThingEvent> decide(Thing thing) {
            return switch (thing) {
                case Thing.Open open -> List.of(new ThingEvent.ThingDescribed(title, note));
                case Thing.Closed closed -> throw ThingRule.ONLY_AN_OPEN_THING_CHANGES.violated();
                case Thing.None none -> throw ThingRule.ONLY_AN_OPEN_THING_CHANGES.violated();
            };
        }
    }

    record RateThing(int level, Place place) implements ThingCommand {
        @Override
        public List<ThingEvent> decide(Thing thing) {
            if (level < 1 || level > 5) {
                throw ThingRule.LEVELS_ARE_ON_THE_SCALE.violated(
                        List.of(new Violation("/level", level + " is not one of 1 to 5.")));
            }
            return switch (thing) {
                case Thing.Open open -> List.of(new ThingEvent.ThingRated(level, place));
                case Thing.Closed closed -> throw ThingRule.ONLY_AN_OPEN_THING_CHANGES.violated();
                case Thing.None none -> throw ThingRule.ONLY_AN_OPEN_THING_CHANGES.violated();
            };
        }
    }

    record CloseThing() implements ThingCommand {
        @Override
        public List<ThingEvent> decide(Thing thing) {
            return switch (thing) {
                case Thing.Open open
                when open.title().equals("Pump") -> throw ThingRule.NOBODY_CLOSES_THE_PUMP.violated();
                case Thing.Open open -> List.of(new ThingEvent.ThingClosed());
                case Thing.Closed closed -> List.of();
                case Thing.None none -> throw ThingRule.ONLY_AN_OPEN_THING_CHANGES.violated();
            };
        }
    }
}
