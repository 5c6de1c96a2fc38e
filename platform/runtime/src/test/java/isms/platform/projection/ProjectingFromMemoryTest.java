package isms.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.projection.LogOnDisk.Pen;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The short way of projecting leads where the long one does, and is not taken when it could lead elsewhere. */
class ProjectingFromMemoryTest {

    private final LogOnDisk disk = new LogOnDisk();
    private final Projection projection = projection("counters");
    private final Pen pen = disk.new Pen("acme");

    private Projection projection(String name) {
        return new Projection(new AggregateProjection<>(name, disk.counter, Counter.Row.class, "counter_row") {
            {
                writeWith(new com.fasterxml.jackson.databind.ObjectMapper()
                        .registerModule(new com.fasterxml.jackson.datatype.jsr310.JavaTimeModule()));
            }
        });
    }

    @AfterEach
    void stop() {
        disk.close();
    }

    private long fromMemory(long after) {
        try (var connection = disk.database.getConnection()) {
            connection.setAutoCommit(false);
            // and no commit: that is part of it
            return Projection.advanceFromMemory(
                    connection,
                    List.of(projection),
                    disk.log.after(after, 1000).stream().map(LoggedFact::of).toList());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long theLongWay(Projection one) {
        return disk.transaction(connection -> one.advance(connection, disk.all()));
    }

    private List<String> versions() {
        return disk.rows("select version, total, valid_to > now() from counter_row where tenant = 'acme' and id = '"
                + pen.aggregate + "' order by version");
    }

    @Test
    void what_is_remembered_and_what_begins_is_projected_and_committed() {
        pen.record(new Counter.Named("known"));
        long first = theLongWay(projection);
        pen.record(new Counter.Counted(1, "one"), new Counter.Counted(1, "two"));
        var another = disk.new Pen("globex", pen.aggregate);
        long last = another.record(new Counter.Named("begins"), new Counter.Counted(5, "at once"));

        assertThat(fromMemory(first)).isEqualTo(last);
        assertThat(disk.rows("select tenant, version, total, valid_to > now(), valid_to = stated_to from counter_row"
                        + " order by position"))
                .containsExactly("acme|1|0|f|t", "acme|2|1|f|t", "acme|3|2|t|t", "globex|1|0|f|t", "globex|2|5|t|t");
        assertThat(disk.rows("select position, parked from projection_progress"))
                .containsExactly(last + "|0");

        pen.record(new Counter.Counted(1, "three"));
        assertThat(fromMemory(last)).as("again and again").isEqualTo(last + 1);
        assertThat(versions()).containsExactly("1|0|f", "2|1|f", "3|2|f", "4|3|t");
    }

    @Test
    void it_leaves_what_is_not_remembered_to_the_long_way() {
        pen.record(new Counter.Named("known to another"));
        long first = theLongWay(projection("counters"));
        pen.record(new Counter.Counted(1, "one"));

        assertThat(fromMemory(first)).isZero();
        theLongWay(projection);
        assertThat(versions()).containsExactly("1|0|f", "2|1|t");
    }

    @Test
    void it_does_nothing_when_another_replica_has_projected_since() {
        pen.record(new Counter.Named("known"));
        theLongWay(projection);
        long second = pen.record(new Counter.Counted(1, "by the other"));
        theLongWay(projection("counters"));
        pen.record(new Counter.Counted(1, "one"));

        assertThat(fromMemory(second - 1)).as("projected by the other").isZero();
        assertThat(fromMemory(second)).as("not remembered").isZero();
        assertThat(versions()).containsExactly("1|0|f", "2|1|t");
        theLongWay(projection);
        assertThat(versions()).containsExactly("1|0|f", "2|1|f", "3|2|t");
    }

    @Test
    void it_does_nothing_when_a_transaction_was_lost_that_it_remembers() {
        pen.record(new Counter.Named("known"));
        long first = theLongWay(projection);
        pen.record(new Counter.Counted(1, "one"));
        assertThat(fromMemory(first)).isEqualTo(first + 1);
        disk.transaction(connection ->
                connection.createStatement().executeUpdate("update projection_progress set position = position - 1"));
        pen.record(new Counter.Counted(1, "two"));

        assertThat(fromMemory(first + 1)).isZero();
        assertThat(versions()).containsExactly("1|0|f", "2|1|t");
    }

    @Test
    void what_cannot_be_projected_undoes_all_of_it_and_is_left_to_the_long_way() {
        pen.record(new Counter.Named("known"));
        long first = theLongWay(projection);
        var fine = disk.new Pen("acme");
        fine.record(new Counter.Named("fine"));
        pen.record(new Counter.Counted(2000, "more than the table takes"));
        assertThat(fromMemory(first)).as("the table refuses").isZero();
        assertThat(versions()).containsExactly("1|0|t");

        long last = theLongWay(projection);
        assertThat(disk.rows("select parked from projection_progress")).containsExactly("1");
        fine.record(new Counter.Counted(1, "goes on"));
        assertThat(fromMemory(last)).as("something is parked").isZero();
        theLongWay(projection);
        assertThat(disk.rows("select name, total from counter_row where valid_to > now() order by name"))
                .containsExactly("fine|1", "known|0");
    }

    @Test
    void what_cannot_be_read_is_left_to_the_long_way() {
        pen.record(new Counter.Named("known"));
        long first = theLongWay(projection);
        pen.recordBytes("counter-of-the-future", "{}");

        assertThat(fromMemory(first)).isZero();
    }
}
