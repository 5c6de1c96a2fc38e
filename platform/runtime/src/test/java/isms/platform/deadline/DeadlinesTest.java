package isms.platform.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import isms.platform.command.Instruction;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import isms.platform.projection.Counter;
import isms.platform.projection.LogOnDisk;
import isms.platform.projection.Replica;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Counters that are to count until the moment that they are named after; who does not is counted by the system. */
@DisplayName("ALL-7: a due date that passes is recorded by the system, once")
class DeadlinesTest {

    private static final Instant DUE = Instant.parse("2027-03-31T00:00:00Z");
    private static final int BROKEN = 100;

    private final LogOnDisk disk = new LogOnDisk();
    private final Moving clock = new Moving();
    private Replica one;
    private Replica two;

    private static final class Moving extends Clock {

        volatile Instant now = DUE.plusSeconds(1);

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Counters that have counted to a hundred meet a defect. */
    private static class CountedByTheSystem implements Deadline<Integer, Counter.Event> {

        final Counter counter;
        volatile boolean mended;

        CountedByTheSystem(LogOnDisk disk) {
            counter = disk.counter;
        }

        @Override
        public String name() {
            return "not-counted";
        }

        @Override
        public AggregateType<Integer, Counter.Event, ?> type() {
            return counter;
        }

        @Override
        public String passed() {
            return "select tenant, id from counter_row where valid_to = '9999-12-31T00:00:00Z'"
                    + " and total in (0, 100) and name::timestamptz < ? order by name limit ?";
        }

        @Override
        public Command<Integer, Counter.Event> record(Instant now) {
            return total -> {
                if (total == BROKEN && !mended) {
                    throw new IllegalStateException("cannot note a hundred");
                }
                return total == 0 || total == BROKEN ? List.of(new Counter.Counted(1, "passed")) : List.of();
            };
        }
    }

    @BeforeEach
    void start() {
        one = new Replica(disk);
        two = new Replica(disk);
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
        disk.close();
    }

    private Deadlines of(Replica replica, int page, Duration pause, Deadline<?, ?>... deadlines) {
        return new Deadlines(
                List.of(deadlines),
                disk.database,
                replica.commands,
                clock,
                replica.meters,
                page,
                8,
                pause,
                Duration.ofMinutes(15));
    }

    private Deadlines of(Replica replica) {
        return of(replica, 50, Duration.ofMinutes(1), new CountedByTheSystem(disk));
    }

    private void send(String tenant, UUID id, @Nullable Instant stated, Counter.Event event) {
        Command<Integer, Counter.Event> command = state -> List.of(event);
        one.commands.send(
                disk.counter,
                id,
                command,
                new Instruction(
                        tenant,
                        "ines",
                        Set.of("isms-manager"),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        null,
                        null,
                        stated,
                        null,
                        null));
    }

    private UUID due(String tenant, Instant when) {
        var id = UUID.randomUUID();
        send(tenant, id, null, new Counter.Named(when.toString()));
        return id;
    }

    private void many(int count, Instant when) throws Exception {
        try (var threads = Executors.newFixedThreadPool(12)) {
            var begun = new ArrayList<Future<UUID>>();
            for (int i = 0; i < count; i++) {
                var tenant = "tenant" + i % 3;
                begun.add(threads.submit(() -> due(tenant, when)));
            }
            for (var each : begun) {
                each.get();
            }
        }
        shown(count);
    }

    private void shown(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> current().equals(List.of(Integer.toString(count))));
    }

    private List<String> current() {
        return disk.rows("select count(*) from counter_row where valid_to = '9999-12-31T00:00:00Z'");
    }

    private List<String> noted() {
        return disk.rows("select count(*), count(distinct aggregate) from event_log where type = 'counter-counted'"
                + " and actor = 'system'");
    }

    private static double metric(Replica replica, String name) {
        var deadline = replica.meters.get(name).tag("deadline", "not-counted");
        return name.equals("isms.deadline.failing")
                ? deadline.gauge().value()
                : deadline.counter().count();
    }

    @Test
    @DisplayName(
            "ALL-7, ALL-4: two replicas that look at the same moment record each once, for every organization, in pages")
    void two_replicas_at_the_same_moment_record_each_once() throws Exception {
        many(600, DUE);
        var replicas = List.of(of(one), of(two), of(one, 7, Duration.ofMinutes(1), new CountedByTheSystem(disk)));
        int facts = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks =
                    replicas.stream().map(each -> threads.submit(each::look)).toList();
            for (var look : looks) {
                facts += look.get();
            }
        }

        assertThat(noted()).containsExactly("600|600");
        assertThat(facts).isEqualTo(600);
        assertThat(metric(one, "isms.deadline.recorded") + metric(two, "isms.deadline.recorded"))
                .isEqualTo(600);
        assertThat(disk.rows("select distinct tenant from event_log where actor = 'system' order by 1"))
                .containsExactly("tenant0", "tenant1", "tenant2");
    }

    @Test
    @DisplayName("ALL-2: who recorded it is the system, under its own role")
    void the_system_recorded_it() {
        due("acme", DUE);
        shown(1);
        of(one).look();

        assertThat(disk.rows("select actor, roles, reason is null, stated_at is null from event_log where version = 2"))
                .containsExactly("system|{system}|t|t");
    }

    @Test
    void what_has_not_passed_is_left_alone_and_a_standstill_of_days_changes_nothing() throws Exception {
        clock.now = DUE;
        many(20, DUE);
        var deadlines = of(one);
        assertThat(deadlines.look()).isZero();
        assertThat(noted()).containsExactly("0|0");

        clock.now = DUE.plus(Duration.ofDays(10));
        assertThat(of(two).look()).isEqualTo(20);
        clock.now = DUE.plus(Duration.ofDays(20));
        assertThat(deadlines.look()).isZero();
        assertThat(noted()).containsExactly("20|20");
    }

    @Test
    void what_is_recorded_is_not_recorded_again_while_the_read_model_does_not_know() throws Exception {
        many(30, DUE);
        one.stopProjecting();
        two.stopProjecting();

        assertThat(of(one).look()).isEqualTo(30);
        assertThat(of(one).look()).isZero();
        assertThat(of(two).look()).isZero();
        assertThat(noted()).containsExactly("30|30");
        assertThat(disk.rows("select distinct total from counter_row")).containsExactly("0");
    }

    @Test
    void a_replica_that_ends_on_the_way_leaves_the_rest_to_another() throws Exception {
        many(300, DUE);
        var ending = of(one, 5, Duration.ofMinutes(1), new CountedByTheSystem(disk));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var look = threads.submit(ending::look);
            await().pollInterval(Duration.ofMillis(1)).until(() -> metric(one, "isms.deadline.recorded") > 10);
            ending.stop(new ShutdownEvent());
            assertThat(look.get()).isLessThan(300);
        }

        of(two).look();
        assertThat(noted()).containsExactly("300|300");
    }

    @Test
    @DisplayName("ALL-7: those that cannot be recorded stop no other, are seen in a metric, and are tried again")
    void those_that_cannot_be_recorded_stop_no_other() {
        for (int i = 0; i < 25; i++) {
            var id = due("acme", DUE.minus(Duration.ofDays(1)));
            send("acme", id, null, new Counter.Counted(BROKEN, "towards the defect"));
        }
        for (int i = 0; i < 15; i++) {
            due("acme", DUE);
        }
        shown(40);
        await().until(() ->
                disk.rows("select count(*) from counter_row where total = 100").equals(List.of("25")));
        var deadline = new CountedByTheSystem(disk);
        var deadlines = of(one, 10, Duration.ofMinutes(1), deadline);

        assertThat(deadlines.look()).isEqualTo(15);
        assertThat(metric(one, "isms.deadline.failing")).isEqualTo(25);
        assertThat(metric(one, "isms.deadline.failures")).isEqualTo(25);
        assertThat(deadlines.look()).isZero();
        assertThat(metric(one, "isms.deadline.failures"))
                .as("left alone for a while")
                .isEqualTo(25);

        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertThat(deadlines.look()).isZero();
        assertThat(metric(one, "isms.deadline.failures")).as("tried again").isEqualTo(50);

        deadline.mended = true;
        clock.now = clock.now.plus(Duration.ofMinutes(2));
        assertThat(deadlines.look()).isEqualTo(25);
        assertThat(metric(one, "isms.deadline.failing")).isZero();
        assertThat(noted()).containsExactly("40|40");
    }

    @Test
    void a_deadline_that_cannot_even_be_asked_stops_no_other() {
        due("acme", DUE);
        shown(1);
        var broken = new CountedByTheSystem(disk) {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public String passed() {
                return "select tenant, id from no_such_table where ? > now() limit ?";
            }
        };

        assertThat(of(one, 50, Duration.ofMinutes(1), broken, new CountedByTheSystem(disk))
                        .look())
                .isEqualTo(1);
        assertThat(one.meters
                        .get("isms.deadline.failures")
                        .tag("deadline", "broken")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThatThrownBy(() -> of(one, 50, Duration.ofMinutes(1), broken, broken))
                .hasMessageContaining("two deadlines are named broken");
    }

    @Test
    void a_history_from_elsewhere_is_left_alone_until_it_has_come_to_rest() {
        var id = UUID.randomUUID();
        var recorded = Clock.systemUTC().instant();
        send("acme", id, recorded.minus(Duration.ofDays(400)), new Counter.Named("2020-01-01T00:00:00Z"));
        shown(1);
        clock.now = recorded.plus(Duration.ofMinutes(14));
        assertThat(of(one).look()).isZero();
        send("acme", id, recorded.minus(Duration.ofDays(200)), new Counter.Named("2021-01-01T00:00:00Z"));

        clock.now = recorded.plus(Duration.ofMinutes(20));
        await().until(() -> disk.rows("select version from counter_row where valid_to = '9999-12-31T00:00:00Z'")
                .equals(List.of("2")));
        assertThat(of(one).look()).isEqualTo(1);
    }

    /** The date is known from the representation only, and the read model names everything. */
    private final class Shown implements ShownDeadline<Integer, Counter.Event, Counter.Row> {

        final AtomicInteger meanwhile = new AtomicInteger();

        @Override
        public String name() {
            return "not-counted";
        }

        @Override
        public Counter type() {
            return disk.counter;
        }

        @Override
        public String passed() {
            return "select tenant, id from counter_row where valid_to = '9999-12-31T00:00:00Z' and ? is not null limit ?";
        }

        @Override
        public Command<Integer, Counter.Event> record(Counter.Row shown, Instant now) {
            if (meanwhile.getAndDecrement() > 0) {
                send(
                        "acme",
                        shown.id,
                        null,
                        new Counter.Named(DUE.plus(Duration.ofDays(100)).toString()));
            }
            return total -> total == 0 && Instant.parse(shown.name).isBefore(now)
                    ? List.of(new Counter.Counted(1, "passed"))
                    : List.of();
        }
    }

    @Test
    @DisplayName("ALL-7: a date that changes while its passing is decided has not passed")
    void a_date_that_changes_meanwhile_has_not_passed() {
        due("acme", DUE);
        shown(1);
        var deadline = new Shown();
        deadline.meanwhile.set(1);
        var deadlines = of(one, 50, Duration.ofMinutes(1), deadline);

        assertThat(deadlines.look()).isZero();
        assertThat(deadlines.look()).as("the new date has not passed").isZero();
        assertThat(metric(one, "isms.deadline.failures")).isZero();
        clock.now = DUE.plus(Duration.ofDays(101));
        assertThat(deadlines.look()).isEqualTo(1);
        assertThat(deadlines.look()).isZero();
        assertThat(noted()).containsExactly("1|1");
    }
}
