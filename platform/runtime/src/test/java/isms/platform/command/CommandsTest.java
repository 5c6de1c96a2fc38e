package isms.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isms.platform.decider.Refusal;
import isms.platform.eventstore.BatchWriter;
import isms.platform.eventstore.EventLog;
import isms.platform.eventstore.EventTypes;
import isms.platform.eventstore.FactJson;
import isms.platform.eventstore.IdempotencyKey;
import isms.platform.eventstore.PostgresEventStorageEngine;
import isms.platform.eventstore.Snapshots;
import isms.platform.infrastructure.PostgresServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class CommandsTest {

    private static PostgresServer postgres;
    private static PGSimpleDataSource database;
    private static Replica replica;

    private final Thing things = replica.things();
    private final Commands commands = replica.commands();

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start();
        postgres.createServiceDatabase("thing");
        Flyway.configure()
                .dataSource(postgres.jdbcUrl("thing"), "thing_owner", "thing_owner")
                .locations("db/platform")
                .placeholders(java.util.Map.of("writer", "thing_writer", "reader", "thing_reader"))
                .load()
                .migrate();
        database = new PGSimpleDataSource();
        database.setUrl(postgres.jdbcUrl("thing"));
        database.setUser("thing_writer");
        database.setPassword("thing_writer");
        replica = Replica.on(database);
    }

    @AfterAll
    static void stop() {
        replica.writer().close();
        postgres.close();
    }

    /** One replica of a service, as far as commands go. */
    record Replica(Thing things, BatchWriter writer, EventLog log, Commands commands) {
        static Replica on(PGSimpleDataSource database) {
            var things = new Thing();
            var types = new EventTypes(List.of(things), List.of(), FactJson.mapper());
            var writer = new BatchWriter(database, Clock.systemUTC(), 1000, Duration.ofSeconds(5));
            var log = new EventLog(database, types);
            var snapshots = new Snapshots(100);
            var store = EmbeddedEventStore.builder()
                    .storageEngine(new PostgresEventStorageEngine(writer, log, types, snapshots))
                    .build();
            return new Replica(
                    things,
                    writer,
                    log,
                    new Commands(
                            SimpleCommandBus.builder().build(),
                            store,
                            log,
                            snapshots,
                            Clock.systemUTC(),
                            List.of(things)));
        }
    }

    private static Instruction by(String tenant, @Nullable Long expected, @Nullable String key, String hash) {
        return new Instruction(
                tenant,
                "ines",
                Set.of("isms-manager"),
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                null,
                null,
                expected,
                key == null ? null : new IdempotencyKey(key, hash));
    }

    @Test
    void a_command_is_recorded_and_answered_with_the_representation() {
        var begun = commands.begin(things, new Thing.Name("a"), by("acme", null, null, ""));
        var counted = commands.send(things, begun.aggregate(), new Thing.Count(2), by("acme", null, null, ""));

        assertThat(begun.created()).isTrue();
        assertThat(begun.version()).isEqualTo(1);
        assertThat(counted.created()).isFalse();
        assertThat(counted.version()).isEqualTo(2);
        assertThat(counted.position()).isGreaterThan(begun.position());
        assertThat(counted.representation())
                .isEqualTo(new Thing.View(begun.representation().key(), 2, "a", 2));
        assertThat(commands.resolve(things, "acme", begun.representation().key()))
                .contains(begun.aggregate());
        assertThat(commands.load(things, "acme", begun.aggregate()).state().count())
                .isEqualTo(2);
    }

    @Test
    void another_tenant_finds_nothing_under_the_same_id() {
        var begun = commands.begin(things, new Thing.Name("a"), by("acme", null, null, ""));

        assertThatThrownBy(() ->
                        commands.send(things, begun.aggregate(), new Thing.Count(1), by("globex", null, null, "")))
                .isInstanceOf(Refusal.class);
        assertThat(commands.load(things, "globex", begun.aggregate()).version()).isZero();
    }

    @Test
    void a_stale_version_is_refused_and_nothing_is_recorded() {
        var begun = commands.begin(things, new Thing.Name("a"), by("acme", null, null, ""));
        commands.send(things, begun.aggregate(), new Thing.Count(1), by("acme", 1L, null, ""));
        long head = replica.log().head();

        assertThatThrownBy(() -> commands.send(things, begun.aggregate(), new Thing.Count(1), by("acme", 1L, null, "")))
                .isInstanceOf(StaleVersion.class);
        assertThat(replica.log().head()).isEqualTo(head);
    }

    @Test
    void a_repeated_key_gives_the_first_answer_and_another_request_under_it_is_refused() {
        var key = UUID.randomUUID().toString();
        var first = commands.begin(things, new Thing.Name("a"), by("acme", null, key, "one"));
        commands.send(things, first.aggregate(), new Thing.Count(5), by("acme", null, null, ""));
        long head = replica.log().head();

        var again = commands.begin(things, new Thing.Name("a"), by("acme", null, key, "one"));
        assertThat(again.replayed()).isTrue();
        assertThat(again.aggregate()).isEqualTo(first.aggregate());
        assertThat(again.representation()).isEqualTo(first.representation());
        assertThatThrownBy(() -> commands.begin(things, new Thing.Name("b"), by("acme", null, key, "two")))
                .isInstanceOf(IdempotencyKeyReused.class);
        assertThat(replica.log().head()).isEqualTo(head);
    }

    @Test
    void a_repetition_that_the_first_time_made_forbidden_is_still_answered() {
        var id = UUID.randomUUID();
        var key = UUID.randomUUID().toString();
        commands.send(things, id, new Thing.Name("a"), by("acme", null, key, "one"));

        assertThat(commands.send(things, id, new Thing.Name("a"), by("acme", null, key, "one"))
                        .replayed())
                .isTrue();
    }

    @Test
    void a_replica_sees_what_another_one_recorded() {
        var other = Replica.on(database);
        try (var closing = other.writer()) {
            var begun = commands.begin(things, new Thing.Name("a"), by("acme", null, null, ""));
            other.commands().send(other.things(), begun.aggregate(), new Thing.Count(1), by("acme", 1L, null, ""));

            assertThat(commands.send(things, begun.aggregate(), new Thing.Count(1), by("acme", 2L, null, ""))
                            .representation()
                            .count())
                    .isEqualTo(2);
        }
    }
}
