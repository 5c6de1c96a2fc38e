package isms.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two replicas of a service as far as commands and projections go. */
class ProcessorsTest {

    private static final LogOnDisk DISK = new LogOnDisk();

    @AfterAll
    static void stop() {
        DISK.close();
    }

    @Test
    void a_reader_sees_what_either_replica_wrote_and_each_fact_is_projected_once() {
        var id = UUID.randomUUID();
        try (var one = new Replica(DISK);
                var two = new Replica(DISK)) {
            one.count(id, new Counter.Named("shared"));
            var waits = new ArrayList<Long>();
            for (int i = 0; i < 200; i++) {
                var writer = i % 2 == 0 ? one : two;
                long position = writer.count(id, new Counter.Counted(1, "n" + i));
                long began = System.nanoTime();
                writer.progress.await(position, Duration.ofSeconds(10)).await().indefinitely();
                waits.add((System.nanoTime() - began) / 1_000_000);
                assertThat(DISK.rows("select total from counter_row where valid_to > now() and id = '" + id + "'"))
                        .containsExactly(String.valueOf(i + 1));
            }
            waits.sort(null);
            System.out.println("answer to visible, ms: p50 " + waits.get(100) + ", p90 " + waits.get(180) + ", p99 "
                    + waits.get(198) + ", max " + waits.getLast());
            assertThat(DISK.rows("select count(*) from counter_row where id = '" + id + "'"))
                    .containsExactly("201");
            await().until(() -> one.meters
                            .get("isms.projection.lag")
                            .tag("projection", "counters")
                            .gauge()
                            .value()
                    == 0);
        }
    }

    @Test
    void another_replica_goes_on_when_one_ends_and_when_one_falls_silent() throws Exception {
        var id = UUID.randomUUID();
        var one = new Replica(DISK);
        one.progress
                .await(one.count(id, new Counter.Named("kept")), Duration.ofSeconds(10))
                .await()
                .indefinitely();
        try (var two = new Replica(DISK)) {
            one.close();
            two.progress
                    .await(two.count(id, new Counter.Counted(1, "after an orderly end")), Duration.ofSeconds(10))
                    .await()
                    .indefinitely();

            // a replica that died leaves its claim behind
            DISK.transaction(connection -> connection
                    .createStatement()
                    .executeUpdate("update token_entry set owner = 'the dead', timestamp = '"
                            + Clock.systemUTC().instant() + "'"));
            two.progress
                    .await(two.count(id, new Counter.Counted(1, "after a death")), Duration.ofSeconds(15))
                    .await()
                    .indefinitely();
        }
        assertThat(DISK.rows("select version, total from counter_row where id = '" + id + "' order by version"))
                .containsExactly("1|0", "2|1", "3|2");
    }

    @Test
    void what_a_crash_took_of_a_read_model_is_projected_again_when_the_next_fact_comes() {
        var id = UUID.randomUUID();
        try (var one = new Replica(DISK)) {
            counted(one, id, 5);
            crashTakesTheLast(3, id);

            seen(one, one.count(id, new Counter.Counted(1, "after the crash")));

            assertThat(versions(id)).containsExactly("1|0", "2|1", "3|2", "4|3", "5|4", "6|5", "7|6");
        }
    }

    @Test
    void what_a_crash_took_of_a_read_model_is_projected_again_when_no_fact_comes() {
        var id = UUID.randomUUID();
        try (var one = new Replica(DISK)) {
            long last = counted(one, id, 5);
            crashTakesTheLast(3, id);

            await().untilAsserted(
                            () -> assertThat(versions(id)).containsExactly("1|0", "2|1", "3|2", "4|3", "5|4", "6|5"));
            seen(one, last);
        }
    }

    @Test
    void the_known_position_goes_back_with_the_database() throws Exception {
        var id = UUID.randomUUID();
        var one = new Replica(DISK);
        try (one) {
            long last = counted(one, id, 5);
            one.processors.stop(new io.quarkus.runtime.ShutdownEvent());

            crashTakesTheLast(3, id);

            await().until(() -> one.progress.position("counters") == last - 3);
        }
    }

    @Test
    void a_projection_that_joins_others_later_is_given_the_whole_log() {
        var id = UUID.randomUUID();
        try (var one = new Replica(DISK)) {
            counted(one, id, 5);
        }
        DISK.transaction(connection ->
                connection.createStatement().executeUpdate("update projection_progress set position = 0"));
        DISK.transaction(connection -> connection.createStatement().executeUpdate("delete from counter_row"));

        try (var one = new Replica(DISK)) {
            seen(one, one.count(id, new Counter.Counted(1, "one more")));

            assertThat(versions(id)).hasSize(7);
        }
    }

    private static long counted(Replica replica, UUID id, int steps) {
        long last = replica.count(id, new Counter.Named("crashing"));
        for (int i = 0; i < steps; i++) {
            last = replica.count(id, new Counter.Counted(1, "n" + i));
        }
        seen(replica, last);
        return last;
    }

    private static void seen(Replica replica, long position) {
        replica.progress.await(position, Duration.ofSeconds(10)).await().indefinitely();
    }

    private static java.util.List<String> versions(UUID id) {
        return DISK.rows("select version, total from counter_row where id = '" + id + "' order by version");
    }

    /** As a database that lost its last transactions leaves it: effects and position as they were before. */
    private static void crashTakesTheLast(int facts, UUID id) {
        DISK.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("update projection_progress set position = position - " + facts);
                statement.execute("delete from counter_row where id = '" + id
                        + "' and position > (select position from projection_progress)");
                return statement.executeUpdate(
                        "update counter_row set valid_to = '9999-12-31T00:00:00Z',"
                                + " stated_to = '9999-12-31T00:00:00Z' where position = (select position from projection_progress)");
            }
        });
    }

    @Test
    void nobody_waits_for_a_position_that_does_not_come() {
        try (var one = new Replica(DISK)) {
            assertThat(one.progress
                            .await(Long.MAX_VALUE, Duration.ofMillis(100))
                            .onItemOrFailure()
                            .transform((nothing, failure) -> failure)
                            .await()
                            .indefinitely())
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
        }
    }
}
