package isms.platform.eventstore;

import isms.platform.eventstore.Append.AnsweredBefore;
import isms.platform.eventstore.Append.Appended;
import isms.platform.eventstore.Append.Conflict;
import isms.platform.eventstore.Append.KeyReused;
import isms.platform.eventstore.Append.Result;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one batch will write and what each of its commands will be told, decided under the log's lock. */
final class BatchPlan {

    /** An idempotency key that the batch will remember. */
    record Remembered(String tenant, IdempotencyKey key, StreamId stream, AnsweredBefore answer) {}

    /** How far a stream is; version 0 when it does not exist. */
    record Head(long version, long number) {}

    /** An answer given before under a key. */
    record KeyHit(String requestHash, AnsweredBefore answer) {}

    /** What the log says about everything that a batch touches, read after the lock was taken. */
    static final class Heads {
        long position;

        @Nullable
        Instant recordedAt;

        final Map<StreamId, Head> streams = new HashMap<>();
        final Map<String, Long> tenantPositions = new HashMap<>();
        final Map<String, Long> numbers = new HashMap<>();
        final Map<String, KeyHit> keys = new HashMap<>();

        static String numberOf(String tenant, String kind) {
            return tenant + '/' + kind;
        }

        static String keyOf(String tenant, String key) {
            return tenant + '/' + key;
        }
    }

    private final List<Result> results = new ArrayList<>();
    private final List<LogRow> rows = new ArrayList<>();
    private final List<Remembered> remembered = new ArrayList<>();
    private final Heads heads;
    private final Instant recordedAt;

    private BatchPlan(Heads heads, Instant recordedAt) {
        this.heads = heads;
        this.recordedAt = recordedAt;
    }

    static BatchPlan of(List<Append> batch, BatchTransaction log, Clock clock) throws SQLException {
        var heads = log.lockAndReadHeads(batch);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var last = heads.recordedAt;
        var plan = new BatchPlan(heads, last != null && last.isAfter(now) ? last : now);
        batch.forEach(append -> plan.results.add(plan.decide(append)));
        return plan;
    }

    private Result decide(Append append) {
        var key = append.idempotency();
        if (key != null) {
            var hit = heads.keys.get(Heads.keyOf(append.tenant(), key.key()));
            if (hit != null) {
                return hit.requestHash().equals(key.requestHash()) ? hit.answer() : new KeyReused();
            }
        }
        var stream = new StreamId(append.tenant(), append.kind(), append.aggregate());
        var head = heads.streams.getOrDefault(stream, new Head(0, 0));
        if (head.version() != append.expectedVersion()) {
            return new Conflict(head.version());
        }
        long number = head.version() > 0
                ? head.number()
                : heads.numbers.merge(Heads.numberOf(append.tenant(), append.kind()), 1L, Long::sum);
        return write(append, stream, head.version(), number);
    }

    private Appended write(Append append, StreamId stream, long version, long number) {
        long firstPosition = heads.position + 1;
        long firstTenantPosition = heads.tenantPositions.getOrDefault(append.tenant(), 0L) + 1;
        int i = 0;
        for (var fact : append.facts()) {
            rows.add(new LogRow(
                    firstPosition + i,
                    append.tenant(),
                    firstTenantPosition + i,
                    append.kind(),
                    append.aggregate(),
                    number,
                    version + 1 + i,
                    fact.eventId(),
                    fact.type(),
                    fact.revision(),
                    recordedAt,
                    append.statedAt(),
                    append.actor(),
                    append.roles(),
                    append.correlation(),
                    append.causation(),
                    append.traceId(),
                    fact.clauses(),
                    append.reason(),
                    fact.payload()));
            i++;
        }
        heads.position += i;
        heads.tenantPositions.put(append.tenant(), firstTenantPosition + i - 1);
        heads.streams.put(stream, new Head(version + i, number));
        var key = append.idempotency();
        if (key != null) {
            var answer = new AnsweredBefore(append.aggregate(), version + i, heads.position, version == 0);
            heads.keys.put(Heads.keyOf(append.tenant(), key.key()), new KeyHit(key.requestHash(), answer));
            remembered.add(new Remembered(append.tenant(), key, stream, answer));
        }
        return new Appended(firstPosition, firstTenantPosition, number, recordedAt);
    }

    /** One for each command of the batch, in its order. */
    List<Result> results() {
        return results;
    }

    List<LogRow> rows() {
        return rows;
    }

    List<Remembered> remembered() {
        return remembered;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }
}
