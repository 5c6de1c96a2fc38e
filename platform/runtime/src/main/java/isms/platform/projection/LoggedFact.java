package isms.platform.projection;

import isms.platform.decider.Fact;
import isms.platform.decider.Recorded;
import isms.platform.eventstore.UnreadableFact;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands at one position of the log, readable or not.
 *
 * @param fact null when no class of this version of the service reads it
 * @param unreadable why not
 */
record LoggedFact(
        long position,
        String tenant,
        String kind,
        UUID aggregate,
        String type,
        @Nullable Recorded<?> fact,
        @Nullable UnreadableFact unreadable) {

    private static final ClassValue<String> TYPES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> event) {
            var name = event.getAnnotation(Fact.class);
            return name == null ? event.getSimpleName() : name.type();
        }
    };

    static LoggedFact of(Recorded<?> fact) {
        var unreadable = fact.event() instanceof UnreadableFact failure ? failure : null;
        return new LoggedFact(
                fact.position(),
                fact.tenant(),
                fact.kind(),
                fact.aggregate(),
                unreadable == null ? TYPES.get(fact.event().getClass()) : unreadable.type(),
                unreadable == null ? fact : null,
                unreadable);
    }

    /** The fact; throws what kept it from being read. */
    Recorded<?> readable() {
        if (fact == null) {
            throw Objects.requireNonNull(unreadable);
        }
        return fact;
    }
}
