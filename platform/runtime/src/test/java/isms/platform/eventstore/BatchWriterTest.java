package isms.platform.eventstore;

import static isms.platform.eventstore.LogDatabase.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import isms.platform.eventstore.Append.AnsweredBefore;
import isms.platform.eventstore.Append.Appended;
import isms.platform.eventstore.Append.Conflict;
import isms.platform.eventstore.Append.KeyReused;
import isms.platform.eventstore.Append.Result;
import isms.platform.eventstore.Unavailable.LogAway;
import isms.platform.eventstore.Unavailable.Overloaded;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchWriterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LogDatabase database = LogDatabase.create();
    private final List<BatchWriter> writers = new ArrayList<>();
    private final BatchWriter writer = writer(Clock.systemUTC());

    private BatchWriter writer(Clock clock) {
        var created = new BatchWriter(database.writer(), clock, 10_000, PATIENCE);
        writers.add(created);
        return created;
    }

    @AfterEach
    void close() {
        writers.forEach(BatchWriter::close);
    }

    /** Hands in commands that will be one batch: while they queue, the log's lock is held by someone else. */
    private List<Result> inOneBatch(Append... appends) throws SQLException {
        var answers = new ArrayList<CompletableFuture<Result>>();
        try (var other = database.as("writer")) {
            answers.add(appendWhileLogIsLocked(writer, other, "elsewhere"));
            for (var append : appends) {
                answers.add(writer.append(append));
            }
        }
        long before = writer.batches();
        var results = answers.stream().map(CompletableFuture::join).toList();
        assertThat(writer.batches() - before).isLessThanOrEqualTo(2);
        return results.subList(1, results.size());
    }

    /**
     * Locks the log and gives the writer one command, with which it then waits for the lock: until the connection is closed,
     * whatever else is handed in stays in the queue. An empty queue would not say so yet, since the writer takes more
     * commands into a batch until it turns to the database.
     */
    private CompletableFuture<Result> appendWhileLogIsLocked(BatchWriter writer, Connection other, String tenant)
            throws SQLException {
        other.setAutoCommit(false);
        try (var statement = other.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + 0x15_15_10_67L + ")");
        }
        var answer = writer.append(append(tenant, UUID.randomUUID(), 0, "goes ahead alone"));
        await().until(() -> database.rows("""
                        select 1 from pg_locks join pg_database on pg_database.oid = pg_locks.database
                         where datname = current_database() and locktype = 'advisory' and not granted""").size() == 1);
        return answer;
    }

    @Test
    void positions_and_tenant_positions_are_dense_also_when_two_replicas_write() throws Exception {
        var second = writer(Clock.systemUTC());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < 32; i++) {
                var tenant = "tenant" + i % 3;
                var pen = i % 2 == 0 ? writer : second;
                running.add(threads.submit(() -> {
                    for (int n = 0; n < 40; n++) {
                        var aggregate = UUID.randomUUID();
                        pen.append(append(tenant, aggregate, 0, "a", "b")).join();
                        pen.append(append(tenant, aggregate, 2, "c")).join();
                    }
                }));
            }
            for (var one : running) {
                one.get();
            }
        }

        assertThat(database.rows("select count(*) from event_log")).containsExactly("3840");
        assertThat(database.disorder()).isEmpty();
        assertThat(writer.batches() + second.batches()).isLessThan(2560);
    }

    @Test
    void of_all_who_decided_on_the_same_version_one_wins_in_each_round_over_two_replicas() throws Exception {
        var second = writer(Clock.systemUTC());
        var aggregate = UUID.randomUUID();
        int won = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int version = 0; version < 25; version++) {
                int expected = version;
                var round = new ArrayList<Future<Result>>();
                for (int i = 0; i < 8; i++) {
                    var pen = i % 2 == 0 ? writer : second;
                    round.add(threads.submit(() ->
                            pen.append(append("acme", aggregate, expected, "x")).join()));
                }
                for (var one : round) {
                    won += one.get() instanceof Appended ? 1 : 0;
                }
            }
        }

        assertThat(won).isEqualTo(25);
        assertThat(database.rows("select max(version) from event_log")).containsExactly("25");
        assertThat(database.disorder()).isEmpty();
    }

    @Test
    void a_few_who_come_one_by_one_share_commits() throws Exception {
        int callers = 4;
        int each = 50;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(() -> {
                    for (int n = 0; n < each; n++) {
                        Thread.sleep(
                                Duration.ofNanos(ThreadLocalRandom.current().nextLong(500_000)));
                        writer.append(append("acme", UUID.randomUUID(), 0, "step"))
                                .join();
                    }
                    return null;
                }));
            }
            for (var caller : running) {
                caller.get();
            }
        }

        assertThat(database.rows("select count(*) from event_log")).containsExactly("" + callers * each);
        assertThat(writer.batches()).isLessThan(callers * each / 2);
    }

    @Test
    void conflicts_are_refused_one_by_one_within_a_batch() throws Exception {
        var a = UUID.randomUUID();
        var b = UUID.randomUUID();
        writer.append(append("acme", a, 0, "1", "2")).join();

        var results = inOneBatch(
                append("acme", a, 2, "3"),
                append("acme", a, 2, "stale within the batch"),
                append("acme", b, 1, "of a stream that is not there"),
                append("acme", a, 3, "4"),
                append("acme", b, 0, "1"),
                append("globex", a, 2, "of another tenant's stream"));

        assertThat(results.get(0)).isInstanceOf(Appended.class);
        assertThat(results.get(1)).isEqualTo(new Conflict(3));
        assertThat(results.get(2)).isEqualTo(new Conflict(0));
        assertThat(results.get(3)).isInstanceOf(Appended.class);
        assertThat(results.get(4)).isInstanceOf(Appended.class);
        assertThat(results.get(5)).isEqualTo(new Conflict(0));
        assertThat(database.rows(
                        "select version, convert_from(payload, 'utf8') from event_log where tenant = 'acme' and aggregate = '"
                                + a + "' order by 1"))
                .containsExactly(
                        "1|{\"name\":\"1\"}", "2|{\"name\":\"2\"}", "3|{\"name\":\"3\"}", "4|{\"name\":\"4\"}");
        assertThat(database.disorder()).isEmpty();
    }

    @Test
    void a_key_is_answered_once_also_when_it_comes_twice_in_one_batch() throws Exception {
        var key = new IdempotencyKey("k", "same");
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();

        var results = inOneBatch(
                append("acme", "thing", first, 0, key, "a", "b"),
                append("acme", "thing", second, 0, key, "again, under another id"),
                append("acme", "thing", second, 0, new IdempotencyKey("k", "other"), "another request"),
                append("globex", "thing", second, 0, key, "another tenant may use the same key"));

        var appended = (Appended) results.get(0);
        var answer = new AnsweredBefore(first, 2, appended.position() + 1, true);
        assertThat(results.get(1)).isEqualTo(answer);
        assertThat(results.get(2)).isEqualTo(new KeyReused());
        assertThat(results.get(3)).isInstanceOf(Appended.class);
        assertThat(writer.append(append("acme", "thing", second, 0, key, "later"))
                        .join())
                .isEqualTo(answer);
        assertThat(writer.append(append("acme", "thing", first, 2, new IdempotencyKey("k", "x"), "later"))
                        .join())
                .isEqualTo(new KeyReused());
        assertThat(database.rows("select count(*) from event_log where tenant = 'acme'"))
                .containsExactly("2");
    }

    @Test
    void another_replica_answers_the_key_too() {
        var key = new IdempotencyKey("k", "same");
        var aggregate = UUID.randomUUID();
        writer.append(append("acme", "thing", aggregate, 0, key, "a")).join();

        assertThat(writer(Clock.systemUTC())
                        .append(append("acme", "thing", aggregate, 0, key, "a"))
                        .join())
                .isInstanceOf(AnsweredBefore.class);
    }

    @Test
    void numbers_are_dense_for_each_tenant_and_kind_and_stay_with_the_aggregate() throws Exception {
        var risk = UUID.randomUUID();
        var results = inOneBatch(
                append("acme", "risk", risk, 0, null, "1"),
                append("acme", "risk", UUID.randomUUID(), 0, null, "2"),
                append("acme", "risk", UUID.randomUUID(), 7, null, "a conflict takes no number"),
                append("acme", "control", UUID.randomUUID(), 0, null, "1"),
                append("globex", "risk", UUID.randomUUID(), 0, null, "1"),
                append("acme", "risk", UUID.randomUUID(), 0, null, "3"),
                append("acme", "risk", risk, 1, null, "still 1"));

        assertThat(results.stream().filter(Appended.class::isInstance).map(result -> ((Appended) result).number()))
                .containsExactly(1L, 2L, 1L, 1L, 3L, 1L);
        assertThat(((Appended) writer(Clock.systemUTC())
                                .append(append("acme", "risk", UUID.randomUUID(), 0, null, "4"))
                                .join())
                        .number())
                .isEqualTo(4);
    }

    @Test
    void recorded_moments_never_decrease_though_the_clock_steps_back() {
        var now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00.123456789Z"));
        var stepping = writer(new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        });
        var first = (Appended)
                stepping.append(append("acme", UUID.randomUUID(), 0, "a")).join();
        now.set(Instant.parse("2026-03-01T11:00:00Z"));
        var second = (Appended)
                stepping.append(append("acme", UUID.randomUUID(), 0, "b")).join();
        now.set(Instant.parse("2026-03-01T13:00:00Z"));
        var third = (Appended)
                stepping.append(append("acme", UUID.randomUUID(), 0, "c")).join();

        assertThat(first.recordedAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123456Z"));
        assertThat(second.recordedAt()).isEqualTo(first.recordedAt());
        assertThat(third.recordedAt()).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
        assertThat(database.disorder()).isEmpty();
    }

    @Test
    void one_bad_command_costs_no_other() throws Exception {
        var good = append("acme", UUID.randomUUID(), 0, "good");
        var zeroByte = append("acme", "thing\u0000", UUID.randomUUID(), 0, null, "no such text in PostgreSQL");
        var noPayload = withFacts(new Append.NewFact(UUID.randomUUID(), "thing-named", 1, List.of(), null));
        var noClauses = withFacts(new Append.NewFact(UUID.randomUUID(), "thing-named", 1, null, new byte[] {1}));
        var answers = new ArrayList<CompletableFuture<Result>>();
        try (var other = database.as("writer")) {
            answers.add(appendWhileLogIsLocked(writer, other, "acme"));
            for (var append : List.of(
                    zeroByte, good, noPayload, noClauses, append("acme", UUID.randomUUID(), 0, "good as well"))) {
                answers.add(writer.append(append));
            }
        }

        assertThat(answers.get(0).join()).isInstanceOf(Appended.class);
        assertThatThrownBy(answers.get(1)::join).isInstanceOf(CompletionException.class);
        assertThat(answers.get(2).join()).isInstanceOf(Appended.class);
        assertThatThrownBy(answers.get(3)::join).isInstanceOf(CompletionException.class);
        assertThatThrownBy(answers.get(4)::join).isInstanceOf(CompletionException.class);
        assertThat(answers.get(5).join()).isInstanceOf(Appended.class);
        assertThat(writer.append(append("acme", UUID.randomUUID(), 0, "afterwards"))
                        .join())
                .isInstanceOf(Appended.class);
        assertThat(database.rows("select count(*) from event_log")).containsExactly("4");
        assertThat(database.disorder()).isEmpty();
    }

    private static Append withFacts(Append.NewFact fact) {
        var append = append("acme", UUID.randomUUID(), 0, "x");
        return new Append(
                append.tenant(),
                append.kind(),
                append.aggregate(),
                0,
                List.of(fact),
                null,
                append.actor(),
                append.roles(),
                append.correlation(),
                append.causation(),
                null,
                null,
                null);
    }

    @Test
    void a_full_queue_refuses_the_next_command_and_keeps_the_others() throws Exception {
        try (var small = new BatchWriter(database.writer(), Clock.systemUTC(), 3, PATIENCE)) {
            var taken = new ArrayList<CompletableFuture<Result>>();
            try (var other = database.as("writer")) {
                taken.add(appendWhileLogIsLocked(small, other, "acme"));
                for (int i = 0; i < 3; i++) {
                    taken.add(small.append(append("acme", UUID.randomUUID(), 0, "waiting")));
                }
                assertThatThrownBy(() -> small.append(append("acme", UUID.randomUUID(), 0, "too many")))
                        .isInstanceOf(Overloaded.class);
            }
            for (var one : taken) {
                assertThat(one.join()).isInstanceOf(Appended.class);
            }
            assertThat(database.rows("select count(*) from event_log")).containsExactly("4");
        }
    }

    @Test
    void a_closed_writer_writes_what_waits_and_takes_no_more() {
        var last = writer(Clock.systemUTC());
        var answers = new ArrayList<CompletableFuture<Result>>();
        for (int i = 0; i < 100; i++) {
            answers.add(last.append(append("acme", UUID.randomUUID(), 0, "x")));
        }
        last.close();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isInstanceOf(Appended.class));
        assertThatThrownBy(() -> last.append(append("acme", UUID.randomUUID(), 0, "x")))
                .isInstanceOf(Overloaded.class);
    }

    @Test
    void when_the_database_stays_away_the_caller_learns_that_nothing_was_kept() {
        DataSource nobody = database.writer(1);
        try (var away = new BatchWriter(nobody, Clock.systemUTC(), 10, Duration.ofMillis(300))) {
            assertThatThrownBy(() -> away.append(append("acme", UUID.randomUUID(), 0, "x"))
                            .join())
                    .hasCauseInstanceOf(LogAway.class);
        }
    }

    @Test
    void a_stated_moment_is_kept_to_the_microsecond_in_the_row_and_in_the_answer() {
        var base = append("acme", UUID.randomUUID(), 0, "x");
        var stated = new Append(
                base.tenant(),
                base.kind(),
                base.aggregate(),
                0,
                base.facts(),
                Instant.parse("2026-01-02T03:04:05.123456999Z"),
                base.actor(),
                base.roles(),
                base.correlation(),
                base.causation(),
                null,
                null,
                null);
        writer.append(stated).join();

        assertThat(stated.statedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.123456Z"));
        assertThat(database.rows("select stated_at at time zone 'utc' from event_log"))
                .containsExactly("2026-01-02 03:04:05.123456");
    }

    @Test
    void batches_of_any_mix_leave_an_orderly_log() throws Exception {
        var streams = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) {
            streams.add(UUID.randomUUID());
        }
        var second = writer(Clock.systemUTC());
        var appended = new java.util.concurrent.atomic.LongAdder();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < 16; i++) {
                var pen = i % 2 == 0 ? writer : second;
                running.add(threads.submit(() -> {
                    var versions = new java.util.HashMap<UUID, Long>();
                    var random = ThreadLocalRandom.current();
                    for (int n = 0; n < 60; n++) {
                        var aggregate = streams.get(random.nextInt(streams.size()));
                        long expected = versions.getOrDefault(aggregate, 0L);
                        var key = random.nextInt(3) == 0
                                ? new IdempotencyKey("k" + random.nextInt(200), "h" + random.nextInt(2))
                                : null;
                        switch (pen.append(append("acme", "thing", aggregate, expected, key, "x"))
                                .join()) {
                            case Appended ok -> {
                                appended.increment();
                                versions.put(aggregate, expected + 1);
                            }
                            case Conflict conflict -> versions.put(aggregate, conflict.actualVersion());
                            case AnsweredBefore before -> {}
                            case KeyReused reused -> {}
                        }
                    }
                }));
            }
            for (var one : running) {
                one.get();
            }
        }

        assertThat(database.disorder()).isEmpty();
        assertThat(database.rows("select count(*) from event_log")).containsExactly(Long.toString(appended.sum()));
        // each remembered key points at the fact that it was answered with
        assertThat(database.rows("""
                select c.key from command_idempotency c left join event_log e
                    on e.position = c.position and e.aggregate = c.aggregate and e.version = c.version
                 where e.position is null
                """)).isEmpty();
    }
}
