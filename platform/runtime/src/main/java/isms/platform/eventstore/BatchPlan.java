package isms.platform.eventstore;

import isms.platform.eventstore.Append.AnsweredBefore;
import isms.platform.eventstore.Append.Appended;
import isms.platform.eventstore.Append.Conflict;
import isms.platform.eventstore.Append.KeyReused;
import isms.platform.eventstore.Append.Result;
import isms.platform.eventstore.Heads.Head;
import isms.platform.eventstore.Heads.KeyHit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What one batch will write and what each of its commands will be told, decided under the log's lock. */
final class BatchPlan {

    /** An idempotency key that the batch will remember. */
    record Remembered(String tenant, IdempotencyKey key, StreamId stream, AnsweredBefore answer) {}

    private final List<Result> results = new ArrayList<>();
    private final List<LogRow> rows = new ArrayList<>();
    private final List<Remembered> remembered = new ArrayList<>();
    private final Heads heads;
    private final Instant recordedAt;
    private final long before;
    private boolean keyedConflict;

    private BatchPlan(Heads heads, Instant recordedAt) {
        this.heads = heads;
        this.before = heads.position;
        this.recordedAt = recordedAt;
    }

    /** Plans a batch on the heads of the log, which it moves on to where they will be when the plan is carried out. */
    static BatchPlan of(List<Append> batch, Heads heads, Instant now) {
        var recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        var last = heads.recordedAt;
        var plan = new BatchPlan(heads, last != null && last.isAfter(recordedAt) ? last : recordedAt);
        batch.forEach(append -> plan.results.add(plan.decide(append)));
        if (!plan.isEmpty()) {
            heads.recordedAt = plan.recordedAt;
        }
        // another replica may forget them one day, and we would not know
        heads.keys.clear();
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
            keyedConflict |= key != null;
            return new Conflict(head.version());
        }
        for (var ground : append.grounds()) {
            long version =
                    heads.streams.getOrDefault(ground.stream(), new Head(0, 0)).version();
            if (version != ground.version()) {
                keyedConflict |= key != null;
                return new Conflict(version);
            }
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

    /** The position of the log that the plan is made for. */
    long before() {
        return before;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /**
     * Whether the plan is the same when idempotency keys were not looked up: a repetition finds its stream moved on by its
     * first time, but is to be answered, not refused.
     */
    boolean holdsWithoutKeys() {
        return !keyedConflict;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }
}
