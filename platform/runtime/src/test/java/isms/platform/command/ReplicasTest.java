package isms.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isms.platform.command.CommandsTest.Replica;
import isms.platform.eventstore.IdempotencyKey;
import isms.platform.eventstore.LogDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two replicas of a service on one database. */
class ReplicasTest {

    private static LogDatabase database;
    private static Replica one;
    private static Replica two;

    @BeforeAll
    static void start() {
        database = LogDatabase.create();
        one = Replica.on(database.writer());
        two = Replica.on(database.writer());
    }

    @AfterAll
    static void stop() {
        one.writer().close();
        two.writer().close();
    }

    private static Instruction by(@Nullable Long expected, @Nullable String key) {
        return new Instruction(
                "acme",
                "ines",
                Set.of("isms-manager"),
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                null,
                null,
                expected,
                key == null ? null : new IdempotencyKey(key, "hash of " + key));
    }

    @Test
    void commands_that_lose_a_race_decide_anew_and_none_is_lost_or_doubled() throws Exception {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 3; i++) {
            ids.add(one.commands()
                    .begin(one.things(), new Thing.Name("n" + i), by(null, null))
                    .aggregate());
        }
        var counted = new AtomicInteger();
        var gaveUp = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < 12; i++) {
                var replica = i % 2 == 0 ? one : two;
                var id = ids.get(i % ids.size());
                running.add(threads.submit(() -> {
                    for (int n = 0; n < 30; n++) {
                        try {
                            replica.commands().send(replica.things(), id, new Thing.Count(1), by(null, null));
                            counted.incrementAndGet();
                        } catch (ConcurrencyException tenRacesLost) {
                            gaveUp.incrementAndGet();
                        }
                    }
                }));
            }
            for (var run : running) {
                run.get();
            }
        }

        int folded = 0;
        for (var id : ids) {
            int state = one.commands().load(one.things(), "acme", id).state().count();
            assertThat(two.commands().load(two.things(), "acme", id).state().count())
                    .isEqualTo(state);
            folded += state;
        }
        assertThat(folded).isEqualTo(counted.get());
        assertThat(counted.get() + gaveUp.get()).isEqualTo(360);
        assertThat(gaveUp.get()).as("losing ten races in a row is rare").isLessThan(18);
        assertThat(database.disorder()).isEmpty();
    }

    @Test
    void of_two_callers_who_read_the_same_version_one_is_refused_over_replicas_too() throws Exception {
        var id = one.commands()
                .begin(one.things(), new Thing.Name("shared"), by(null, null))
                .aggregate();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long version = 1; version <= 20; version++) {
                long read = version;
                var round = new ArrayList<Future<Boolean>>();
                for (var replica : List.of(one, two)) {
                    round.add(threads.submit(() -> {
                        try {
                            replica.commands().send(replica.things(), id, new Thing.Count(1), by(read, null));
                            return true;
                        } catch (StaleVersion stale) {
                            assertThat(stale.actual()).isGreaterThan(read);
                            return false;
                        }
                    }));
                }
                assertThat(List.of(round.get(0).get(), round.get(1).get())).containsExactlyInAnyOrder(true, false);
            }
        }
        assertThat(one.commands().load(one.things(), "acme", id).version()).isEqualTo(21);
    }

    @Test
    void a_repetition_at_another_replica_after_later_changes_is_answered_as_the_first_time() {
        var id = one.commands()
                .begin(one.things(), new Thing.Name("kept"), by(null, null))
                .aggregate();
        var key = UUID.randomUUID().toString();
        var first = one.commands().send(one.things(), id, new Thing.Count(3), by(1L, key));
        two.commands().send(two.things(), id, new Thing.Count(4), by(2L, null));

        var again = two.commands().send(two.things(), id, new Thing.Count(3), by(1L, key));

        assertThat(again.replayed()).isTrue();
        assertThat(again.version()).isEqualTo(first.version());
        assertThat(again.position()).isEqualTo(first.position());
        assertThat(again.representation()).isEqualTo(first.representation());
        assertThat(two.commands().load(two.things(), "acme", id).state().count())
                .isEqualTo(7);
    }

    @Test
    void the_same_key_at_both_replicas_at_once_takes_effect_once() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                var key = UUID.randomUUID().toString();
                var answers = new ArrayList<Future<Outcome<Thing.View>>>();
                for (var replica : List.of(one, two, one, two)) {
                    answers.add(threads.submit(
                            () -> replica.commands().begin(replica.things(), new Thing.Name("once"), by(null, key))));
                }
                var aggregates = new java.util.HashSet<UUID>();
                int replayed = 0;
                for (var answer : answers) {
                    aggregates.add(answer.get().aggregate());
                    replayed += answer.get().replayed() ? 1 : 0;
                }
                assertThat(aggregates).hasSize(1);
                assertThat(replayed).isEqualTo(3);
            }
        }
        assertThat(database.disorder()).isEmpty();
    }

    @Test
    void what_decided_nothing_is_answered_and_records_nothing() {
        var id = one.commands()
                .begin(one.things(), new Thing.Name("still"), by(null, null))
                .aggregate();
        long head = one.log().head();

        var outcome = two.commands().send(two.things(), id, new Thing.Count(0), by(1L, null));

        assertThat(outcome.version()).isEqualTo(1);
        assertThat(outcome.representation().name()).isEqualTo("still");
        assertThat(one.log().head()).isEqualTo(head);
        assertThatThrownBy(
                        () -> two.commands().send(two.things(), UUID.randomUUID(), new Thing.Count(0), by(null, null)))
                .isInstanceOf(isms.platform.decider.Refusal.class);
    }

    @Test
    void what_a_decision_rests_on_is_still_so_when_it_is_recorded_over_replicas_too() {
        var ground = one.commands()
                .begin(one.things(), new Thing.Name("ground"), by(null, null))
                .aggregate();
        var id = two.commands()
                .begin(two.things(), new Thing.Name("resting on it"), by(null, null))
                .aggregate();
        var seen = new ArrayList<Integer>();
        Deciding<Thing.State, Thing.Event> countWhatIsThere = grounds -> {
            int count = grounds.load(two.things(), ground).state().count();
            seen.add(count);
            return new Thing.Count(1 + count);
        };
        two.commands().sendKnowing(two.things(), id, countWhatIsThere, by(null, null));
        one.commands().send(one.things(), ground, new Thing.Count(5), by(null, null));

        two.commands().sendKnowing(two.things(), id, countWhatIsThere, by(null, null));

        assertThat(seen)
                .as("first what the replica remembers, then what is there")
                .containsExactly(0, 0, 5);
        assertThat(one.commands().load(one.things(), "acme", id).state().count())
                .isEqualTo(1 + 6);
    }

    @Test
    void a_ground_that_changes_between_looking_and_recording_has_the_command_decided_anew() {
        var ground = one.commands()
                .begin(one.things(), new Thing.Name("ground"), by(null, null))
                .aggregate();
        var tries = new AtomicInteger();

        var outcome = two.commands()
                .beginKnowing(
                        two.things(),
                        grounds -> {
                            int count =
                                    grounds.load(two.things(), ground).state().count();
                            if (tries.incrementAndGet() < 3) {
                                one.commands().send(one.things(), ground, new Thing.Count(1), by(null, null));
                            }
                            return new Thing.Name("made when it was " + count);
                        },
                        by(null, UUID.randomUUID().toString()));

        assertThat(tries.get()).isEqualTo(3);
        assertThat(outcome.representation().name()).isEqualTo("made when it was 2");
        assertThat(outcome.version()).isEqualTo(1);
    }

    @Test
    void a_refusal_from_memory_is_decided_again_on_what_is_there() {
        var id = one.commands()
                .begin(one.things(), new Thing.Name("remembered"), by(null, null))
                .aggregate();
        two.commands().send(two.things(), id, new Thing.Count(1), by(1L, null));
        one.commands().send(one.things(), id, new Thing.Count(1), by(2L, null));

        assertThat(two.commands()
                        .send(two.things(), id, new Thing.Count(1), by(3L, null))
                        .version())
                .isEqualTo(4);
        assertThatThrownBy(() -> one.commands().send(one.things(), id, new Thing.Count(1), by(3L, null)))
                .isInstanceOfSatisfying(
                        StaleVersion.class, stale -> assertThat(stale.actual()).isEqualTo(4));
    }
}
