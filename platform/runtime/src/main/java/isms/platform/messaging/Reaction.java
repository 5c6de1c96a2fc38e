package isms.platform.messaging;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns a fact of another service into commands of ours. A CDI {@code @Singleton} named {@code When<Fact>Then<Intention>}.
 *
 * <p>The platform sends the commands, each once per fact and aggregate, however often the fact is delivered. Facts of one
 * publisher's aggregate arrive in order; facts of two may overtake each other.
 */
public interface Reaction {

    /** Stored with every effect: never changes, for example {@code flag-risks-of-ineffective-control}. At most 60 characters. */
    String name();

    /** The published types that it reacts to, each with a schema on the classpath. */
    Set<String> types();

    /**
     * What we intend to do about it; empty when it does not concern us. It may look things up, but changes nothing.
     * Failing with anything but a database error parks the message, and so does a command that a rule refuses.
     */
    List<Intention<?, ?, ?>> react(CloudEventMessage fact);

    /**
     * What we intend to do once the effects of {@link #react} are recorded, where it takes looking things up that others may be
     * waiting for less than for those effects. As there, but for aggregates of which {@link #react} named none.
     */
    default List<Intention<?, ?, ?>> then(CloudEventMessage fact) {
        return List.of();
    }

    /**
     * One command to one aggregate.
     *
     * @param reason what the history shows as the reason
     */
    record Intention<S, E, R>(
            AggregateType<S, E, R> type,
            UUID aggregate,
            Command<S, E> command,
            @Nullable String reason) {}
}
