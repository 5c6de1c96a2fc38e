package isms.platform.command;

import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import isms.platform.eventstore.PostgresEventStorageEngine;
import isms.platform.eventstore.Snapshots.Snapshot;
import isms.platform.eventstore.StreamId;
import isms.platform.readmodel.Representations;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * The one aggregate root that Axon Framework knows: it holds the state and the representation of an aggregate of any
 * {@link AggregateType}, and lets commands decide on it.
 */
final class Decided<S, E, R> {

    @AggregateIdentifier
    private final String identifier;

    private final AggregateType<S, E, R> type;
    private final StreamId stream;
    private S state;
    private @Nullable R representation;
    private long version;
    private long position;
    private Instant effectiveAt = Instant.MIN;

    Decided(AggregateType<S, E, R> type, StreamId stream) {
        this.type = type;
        this.stream = stream;
        this.identifier = stream.asText();
        this.state = type.initial();
    }

    /** Lets the command decide and applies what it decided. */
    void carryOut(Carriage<S, E, R> carriage, Instant now) {
        var expected = carriage.instruction().expectedVersion();
        if (expected != null && expected != version) {
            throw new StaleVersion(expected, version);
        }
        StatedTime.check(carriage.instruction().statedAt(), effectiveAt, now);
        carriage.foundAt(version);
        carriage.command().decide(state).forEach(fact -> AggregateLifecycle.apply(fact));
    }

    @EventSourcingHandler
    @SuppressWarnings("unchecked") // a stream holds facts and snapshots of its own type only
    void on(Object payload, MetaData metaData) {
        if (payload instanceof Snapshot snapshot) {
            restore(snapshot);
            return;
        }
        state = type.evolve(state, (E) payload);
        if (metaData.get(PostgresEventStorageEngine.ENVELOPE) instanceof Recorded<?> fact) {
            represent((Recorded<E>) fact);
        }
    }

    @SuppressWarnings("unchecked") // as above
    private void restore(Snapshot snapshot) {
        state = (S) snapshot.state();
        representation = (R) snapshot.representation();
        version = snapshot.version();
        position = snapshot.position();
        effectiveAt = snapshot.effectiveAt();
    }

    /** Takes in facts that are durable now. The state knew them when they were applied; the representation waits for the envelope. */
    void represent(List<Recorded<E>> facts) {
        facts.forEach(this::represent);
    }

    private void represent(Recorded<E> fact) {
        representation = Representations.fold(type, representation, fact);
        version = fact.version();
        position = fact.position();
        effectiveAt = fact.effectiveAt();
    }

    /** Replays stored facts outside of a unit of work. */
    @SuppressWarnings("unchecked") // as above
    Decided<S, E, R> replay(@Nullable Snapshot snapshot, List<Recorded<Object>> facts) {
        if (snapshot != null) {
            restore(snapshot);
        }
        for (var fact : facts) {
            state = type.evolve(state, (E) fact.event());
            represent((Recorded<E>) fact);
        }
        return this;
    }

    Snapshot snapshot() {
        return new Snapshot(stream, version, state, representation, position, effectiveAt);
    }

    S state() {
        return state;
    }

    @Nullable
    R representation() {
        return representation;
    }

    long version() {
        return version;
    }

    long position() {
        return position;
    }
}
