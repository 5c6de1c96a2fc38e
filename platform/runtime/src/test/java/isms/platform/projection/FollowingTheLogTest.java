package isms.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.eventstore.BatchWriter;
import isms.platform.eventstore.EventLog;
import isms.platform.eventstore.EventTypes;
import isms.platform.eventstore.FactJson;
import isms.platform.eventstore.PostgresEventStorageEngine;
import isms.platform.eventstore.Snapshots;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Who has read to the end is spared one query, and misses nothing. */
class FollowingTheLogTest {

    private final LogOnDisk disk = new LogOnDisk();
    private final BatchWriter anotherReplica =
            new BatchWriter(disk.database, Clock.systemUTC(), 1000, Duration.ofSeconds(5));

    private PostgresEventStorageEngine engine(BatchWriter writer) {
        return new PostgresEventStorageEngine(
                writer,
                disk.log,
                new EventTypes(List.of(disk.counter), List.of(), FactJson.mapper()),
                new Snapshots(10));
    }

    private static List<Long> positions(PostgresEventStorageEngine engine, long after) {
        return engine.readEvents(new GlobalSequenceTrackingToken(after), false)
                .map(TrackedEventMessage::trackingToken)
                .map(token -> token.position().orElseThrow())
                .toList();
    }

    @AfterEach
    void stop() {
        anotherReplica.close();
        disk.close();
    }

    @Test
    void what_this_replica_records_is_there_at_once() {
        var engine = engine(disk.writer);
        var pen = disk.new Pen("acme");
        for (long position = 1; position <= 5; position++) {
            assertThat(pen.record(new Counter.Counted(1, "step"))).isEqualTo(position);

            assertThat(positions(engine, position - 1)).containsExactly(position);
        }
    }

    @Test
    void what_another_replica_records_is_there_when_it_is_asked_again() {
        var engine = engine(anotherReplica);
        var pen = disk.new Pen("acme");
        pen.record(new Counter.Counted(1, "step"));
        assertThat(positions(engine, 0)).containsExactly(1L);

        pen.record(new Counter.Counted(1, "step"));

        assertThat(positions(engine, 1)).as("the end was seen a moment ago").isEmpty();
        assertThat(positions(engine, 1)).containsExactly(2L);
    }

    @Test
    void a_reader_who_begins_elsewhere_is_not_spared_anything() {
        var engine = engine(anotherReplica);
        var pen = disk.new Pen("acme");
        pen.record(new Counter.Counted(1, "one"), new Counter.Counted(1, "two"));
        assertThat(positions(engine, 0)).containsExactly(1L, 2L);

        assertThat(positions(engine, 1)).containsExactly(2L);
    }

    @Test
    void what_this_replica_has_just_recorded_is_not_read_again() {
        var types = new EventTypes(List.of(disk.counter), List.of(), FactJson.mapper());
        var noLog = new EventLog(new PGSimpleDataSource(), types);
        var engine = new PostgresEventStorageEngine(disk.writer, noLog, types, new Snapshots(10));
        var pen = disk.new Pen("acme");
        pen.record(new Counter.Counted(1, "one"), new Counter.Counted(1, "two"));

        assertThat(positions(engine, 0)).containsExactly(1L, 2L);
        assertThat(positions(engine, 1)).containsExactly(2L);
    }

    @Test
    void nothing_is_left_out_when_another_replica_recorded_between() {
        var engine = engine(disk.writer);
        var pen = disk.new Pen("acme");
        var theirs = disk.new Pen("acme");
        pen.record(new Counter.Counted(1, "ours"));
        theirs.recordBy(anotherReplica, new Counter.Counted(1, "theirs"));
        pen.record(new Counter.Counted(1, "ours again"));

        assertThat(positions(engine, 0)).containsExactly(1L);
        assertThat(positions(engine, 1)).containsExactly(2L, 3L);
        assertThat(positions(engine, 2)).containsExactly(3L);
    }

    @Test
    void what_was_recorded_too_long_ago_to_be_remembered_is_read() {
        var engine = engine(disk.writer);
        var pen = disk.new Pen("acme");
        for (int i = 0; i < 21; i++) {
            pen.record(java.util.stream.IntStream.range(0, 100)
                    .mapToObj(n -> new Counter.Counted(1, "step"))
                    .toArray(Counter.Event[]::new));
        }

        assertThat(positions(engine, 0)).startsWith(1L).hasSize(2100);
        assertThat(positions(engine, 2098)).containsExactly(2099L, 2100L);
    }
}
