package isms.platform.eventstore;

import static isms.platform.eventstore.LogDatabase.append;
import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.eventstore.Append.AnsweredBefore;
import isms.platform.eventstore.Append.Appended;
import isms.platform.eventstore.Append.Result;
import isms.platform.eventstore.Unavailable.OutcomeUnknown;
import isms.platform.infrastructure.PostgresServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a caller was told is true, whatever happens to the database and to the way there. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LostConnectionsTest {

    private static PostgresServer postgres;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void killed_under_load_the_database_keeps_each_acknowledged_command_exactly_once() throws Exception {
        var database = LogDatabase.on(postgres);
        var acknowledged = new ConcurrentHashMap<String, UUID>();
        var unavailable = new AtomicInteger();
        var stop = new AtomicBoolean();
        try (var writer = new BatchWriter(database.writer(), Clock.systemUTC(), 1000, Duration.ofMillis(200));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = new ArrayList<Future<?>>();
            for (int i = 0; i < 16; i++) {
                int caller = i;
                callers.add(threads.submit(() -> {
                    for (int n = 0; !stop.get(); n++) {
                        var key = caller + "-" + n;
                        acknowledged.put(key, untilAnswered(writer, key, unavailable));
                    }
                    return null;
                }));
            }
            for (int kill = 0; kill < 3; kill++) {
                Thread.sleep(700);
                postgres.kill();
                Thread.sleep(300);
                postgres.restart();
            }
            Thread.sleep(700);
            stop.set(true);
            for (var caller : callers) {
                caller.get();
            }
        }

        assertThat(unavailable.get()).as("the load met the outages").isPositive();
        assertThat(acknowledged).hasSizeGreaterThan(100);
        var recorded = database.rows(
                "select c.key, e.aggregate, count(*) from event_log e join command_idempotency c using (aggregate) group by 1, 2");
        assertThat(recorded)
                .containsExactlyInAnyOrderElementsOf(acknowledged.entrySet().stream()
                        .map(answer -> answer.getKey() + "|" + answer.getValue() + "|1")
                        .toList());
        assertThat(database.disorder()).isEmpty();
    }

    /** What a client does: repeats with the same key until it has an answer; gives the aggregate that the answer names. */
    private static UUID untilAnswered(BatchWriter writer, String key, AtomicInteger unavailable) throws Exception {
        while (true) {
            var id = UUID.randomUUID();
            try {
                return switch (writer.append(append("acme", "thing", id, 0, new IdempotencyKey(key, key), key))
                        .join()) {
                    case Appended appended -> id;
                    case AnsweredBefore before -> before.aggregate();
                    case Result other -> throw new AssertionError(other);
                };
            } catch (CompletionException e) {
                assertThat(e.getCause()).isInstanceOf(Unavailable.class);
                unavailable.incrementAndGet();
                Thread.sleep(20);
            }
        }
    }

    @Test
    void a_batch_whose_commit_arrived_but_was_not_answered_is_recognized_and_not_written_twice() throws Exception {
        var database = LogDatabase.on(postgres);
        try (var way = new Way(postgres.port());
                var writer =
                        new BatchWriter(database.writer(way.port()), Clock.systemUTC(), 100, Duration.ofSeconds(10))) {
            var warm = UUID.randomUUID();
            writer.append(append("acme", warm, 0, "before")).join();
            way.cutAtCommit(Way.Cut.AFTER_FORWARDING);

            var answer = writer.append(append("acme", warm, 1, "cut", "cut")).join();

            assertThat(answer).isInstanceOf(Appended.class);
            assertThat(((Appended) answer).position()).isEqualTo(2);
            assertThat(way.cuts()).isEqualTo(1);
            assertThat(database.rows("select position, version from event_log order by 1"))
                    .containsExactly("1|1", "2|2", "3|3");
        }
    }

    @Test
    void a_batch_whose_commit_never_arrived_is_written_again() throws Exception {
        var database = LogDatabase.on(postgres);
        try (var way = new Way(postgres.port());
                var writer =
                        new BatchWriter(database.writer(way.port()), Clock.systemUTC(), 100, Duration.ofSeconds(10))) {
            var warm = UUID.randomUUID();
            writer.append(append("acme", warm, 0, "before")).join();
            way.cutAtCommit(Way.Cut.INSTEAD_OF_FORWARDING);

            assertThat(writer.append(append("acme", warm, 1, "cut")).join()).isInstanceOf(Appended.class);
            assertThat(way.cuts()).isEqualTo(1);
            assertThat(database.rows("select position, version from event_log order by 1"))
                    .containsExactly("1|1", "2|2");
        }
    }

    @Test
    void when_nobody_can_say_whether_it_was_recorded_the_key_settles_it() throws Exception {
        var database = LogDatabase.on(postgres);
        try (var way = new Way(postgres.port());
                var writer =
                        new BatchWriter(database.writer(way.port()), Clock.systemUTC(), 100, Duration.ofMillis(200))) {
            writer.append(append("acme", UUID.randomUUID(), 0, "before")).join();
            var key = new IdempotencyKey("k", "h");
            var id = UUID.randomUUID();
            way.cutAtCommit(Way.Cut.AFTER_FORWARDING);
            way.refuse(true);

            var answer =
                    writer.append(append("acme", "thing", id, 0, key, "cut")).handle((result, failure) -> failure);
            assertThat(answer.join()).isInstanceOf(OutcomeUnknown.class);

            way.refuse(false);
            assertThat(writer.append(append("acme", "thing", UUID.randomUUID(), 0, key, "cut"))
                            .join())
                    .isEqualTo(new AnsweredBefore(id, 1, 2, true));
            assertThat(database.rows("select count(*) from event_log")).containsExactly("2");
        }
    }

    @Test
    void sessions_ended_by_an_administrator_are_replaced_without_anyone_noticing() throws Exception {
        var database = LogDatabase.on(postgres);
        try (var writer = new BatchWriter(database.writer(), Clock.systemUTC(), 1000, Duration.ofSeconds(10));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stop = new AtomicBoolean();
            var written = new AtomicInteger();
            var callers = new ArrayList<Future<?>>();
            for (int i = 0; i < 8; i++) {
                callers.add(threads.submit(() -> {
                    while (!stop.get()) {
                        assertThat(writer.append(append("acme", UUID.randomUUID(), 0, "x"))
                                        .join())
                                .isInstanceOf(Appended.class);
                        written.incrementAndGet();
                    }
                }));
            }
            for (int i = 0; i < 20; i++) {
                Thread.sleep(50);
                database.rows("select pg_terminate_backend(pid)::text from pg_stat_activity"
                        + " where datname = current_database() and usename like '%_writer'");
            }
            stop.set(true);
            for (var caller : callers) {
                caller.get();
            }
            assertThat(database.rows("select count(*) from event_log")).containsExactly(written.toString());
            assertThat(database.disorder()).isEmpty();
        }
    }
}
