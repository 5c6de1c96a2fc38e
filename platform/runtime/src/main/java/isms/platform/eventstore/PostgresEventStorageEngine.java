package isms.platform.eventstore;

import isms.platform.decider.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Axon Framework's view of the log. Appending goes through the {@link BatchWriter}; an aggregate is loaded with one SELECT
 * after its last {@link Snapshots snapshot}, or with none where the {@link Decision} trusts that one; tokens are positions.
 *
 * <p>Every message carries its {@link Recorded envelope} as metadata under {@link #ENVELOPE}.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    /** The metadata key of the envelope. */
    public static final String ENVELOPE = "recorded";

    private static final int PAGE = 500;

    private final BatchWriter writer;
    private final EventLog log;
    private final EventTypes types;
    private final Snapshots snapshots;
    private volatile long readToTheEnd = -1;

    public PostgresEventStorageEngine(BatchWriter writer, EventLog log, EventTypes types, Snapshots snapshots) {
        this.writer = writer;
        this.log = log;
        this.types = types;
        this.snapshots = snapshots;
    }

    /** The envelope of a message that came out of the log. */
    public static Recorded<?> recorded(EventMessage<?> message) {
        return (Recorded<?>) Objects.requireNonNull(message.getMetaData().get(ENVELOPE));
    }

    /** Waits until the facts of the command at hand are durable. */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        var decision = Decision.current();
        var facts = events.stream().map(EventMessage::getPayload).toList();
        var append = decision.append(facts, types);
        decision.settle(append, await(append), facts);
    }

    private Append.Result await(Append append) {
        try {
            return writer.append(append).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        long from = token == null ? 0 : token.position().orElse(0);
        if (from == readToTheEnd && from >= writer.lastPosition()) {
            // Whoever read something asks again at once whether there is more; the query that found its end has just
            // said no.
            readToTheEnd = -1;
            return Stream.empty();
        }
        var recent = writer.recentAfter(from);
        if (!recent.isEmpty()) {
            readToTheEnd = recent.getLast().position();
            return recent.stream().map(row -> tracked(row.recordedOrUnreadable(types)));
        }
        // pages as the consumer asks for them: the log may be far longer than memory
        return Stream.iterate(log.after(from, PAGE), page -> !page.isEmpty(), this::next)
                .flatMap(List::stream)
                .map(PostgresEventStorageEngine::tracked);
    }

    private List<Recorded<?>> next(List<Recorded<?>> page) {
        long last = page.getLast().position();
        if (page.size() < PAGE) {
            readToTheEnd = last;
            return List.of();
        }
        return log.after(last, PAGE);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        if (firstSequenceNumber > 0 && Decision.current().trustsSnapshot()) {
            return DomainEventStream.empty();
        }
        return DomainEventStream.of(
                log.stream(StreamId.of(aggregateIdentifier), firstSequenceNumber, Long.MAX_VALUE).stream()
                        .map(PostgresEventStorageEngine::message));
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return snapshots
                .find(StreamId.of(aggregateIdentifier))
                .map(snapshot -> new GenericDomainEventMessage<>(
                        snapshot.stream().kind(), aggregateIdentifier, snapshot.version() - 1, snapshot));
    }

    /** Snapshots are taken by {@link Snapshots} itself after every commit; Axon Framework's own are not asked for. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new IllegalStateException("no snapshot trigger is configured");
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return new GlobalSequenceTrackingToken(log.positionBefore(moment));
    }

    private static TrackedEventMessage<?> tracked(Recorded<?> fact) {
        return new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(fact.position()), message(fact));
    }

    private static GenericDomainEventMessage<?> message(Recorded<?> fact) {
        return new GenericDomainEventMessage<>(
                fact.kind(),
                new StreamId(fact.tenant(), fact.kind(), fact.aggregate()).asText(),
                fact.version() - 1,
                fact.event(),
                MetaData.with(ENVELOPE, fact),
                fact.eventId().toString(),
                fact.recordedAt());
    }
}
