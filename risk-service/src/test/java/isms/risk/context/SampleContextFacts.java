package isms.risk.context;

import isms.risk.context.ContextEvent.ContextDefined;
import isms.risk.context.ContextEvent.ContextDescribed;
import isms.risk.context.ContextEvent.ContextRetired;
import isms.risk.context.ContextEvent.MethodologyChosen;
import java.util.List;
import java.util.UUID;

/** One of each. */
public final class SampleContextFacts {

    private SampleContextFacts() {}

    public static List<ContextEvent> all() {
        return List.of(
                new ContextDefined(new ContextDescription("Control systems", "The plant")),
                new ContextDescribed(new ContextDescription("Control systems", "All works")),
                new MethodologyChosen(UUID.fromString("01920000-0000-7000-8000-0000000000a1")),
                new ContextRetired("The plant is sold"));
    }
}
