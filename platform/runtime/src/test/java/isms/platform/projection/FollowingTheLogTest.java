package isms.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.eventstore.BatchWriter;
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
}
