package isms.platform.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one command on their way into the log: all of them or none.
 *
 * @param expectedVersion version of the stream that the decision saw; 0 for a new one
 * @param facts at least one
 * @param grounds what the decision rests on besides its own stream; recorded only while all of it is so
 */
public record Append(
        String tenant,
        String kind,
        UUID aggregate,
        long expectedVersion,
        List<NewFact> facts,
        @Nullable Instant statedAt,
        String actor,
        List<String> roles,
        UUID correlation,
        UUID causation,
        @Nullable String traceId,
        @Nullable String reason,
        @Nullable IdempotencyKey idempotency,
        List<Ground> grounds) {

    public Append {
        // as exact as the row can be: what is answered and hashed is what is stored
        statedAt = statedAt == null ? null : statedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** What rests on nothing but its own stream. */
    public Append(
            String tenant,
            String kind,
            UUID aggregate,
            long expectedVersion,
            List<NewFact> facts,
            @Nullable Instant statedAt,
            String actor,
            List<String> roles,
            UUID correlation,
            UUID causation,
            @Nullable String traceId,
            @Nullable String reason,
            @Nullable IdempotencyKey idempotency) {
        this(
                tenant,
                kind,
                aggregate,
                expectedVersion,
                facts,
                statedAt,
                actor,
                roles,
                correlation,
                causation,
                traceId,
                reason,
                idempotency,
                List.of());
    }

    /** Another stream as the decision saw it; version 0 for one that did not exist. */
    public record Ground(StreamId stream, long version) {}

    /** One fact, already in the bytes that will be stored. */
    public record NewFact(UUID eventId, String type, int revision, List<String> clauses, byte[] payload) {}

    /** What became of it. */
    public sealed interface Result {}

    /**
     * Durable.
     *
     * @param position of the first fact; the others follow without a gap
     * @param tenantPosition of the first fact; the others follow without a gap
     * @param number the aggregate's number in its tenant and kind
     * @param recordedAt the moment that all of them carry
     */
    public record Appended(long position, long tenantPosition, long number, Instant recordedAt) implements Result {}

    /** Refused: the stream, or one of the grounds, is at another version. */
    public record Conflict(long actualVersion) implements Result {}

    /** Not repeated: the key was answered before, for the same request. */
    public record AnsweredBefore(UUID aggregate, long version, long position, boolean created) implements Result {}

    /** Refused: the key was used for another request. */
    public record KeyReused() implements Result {}
}
