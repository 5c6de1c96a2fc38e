package isms.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import isms.platform.projection.LogOnDisk.Pen;
import isms.platform.projection.Projection.Stream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On PostgreSQL, facts as the log gives them; ALL-5 as far as the platform goes. */
class AggregateProjectionTest {

    private static final LogOnDisk DISK = new LogOnDisk();
    private static int tests;

    private final CounterProjection projector = new CounterProjection("counters-" + ++tests);
    private final Projection projection = new Projection(projector);

    static final class CounterProjection extends AggregateProjection<Counter.Row> {
        CounterProjection(String name) {
            super(name, DISK.counter, Counter.Row.class, "counter_row");
            writeWith(new ObjectMapper().registerModule(new JavaTimeModule()));
        }
    }

    @AfterAll
    static void stop() {
        DISK.close();
    }

    @BeforeEach
    void an_empty_table() {
        DISK.transaction(connection -> connection.createStatement().executeUpdate("delete from counter_row"));
        DISK.counter.defectMended = false;
        long head = DISK.log.head();
        if (head > 0) {
            var skipped = DISK.all();
            DISK.transaction(connection -> connection
                    .createStatement()
                    .executeUpdate("insert into projection_progress (name, position) values ('" + projection.name()
                            + "', " + skipped.getLast().position() + ")"));
        }
    }

    private long project() {
        return DISK.transaction(connection -> projection.advance(connection, DISK.all()));
    }

    private static Counter.Counted plus(int by) {
        return new Counter.Counted(by, "by " + by);
    }

    @Test
    void every_fact_makes_a_version_and_the_last_is_current() {
        var pen = DISK.new Pen("acme");
        pen.record(new Counter.Named("a"));
        pen.record(plus(1));
        project();
        pen.record(plus(200));
        project();

        assertThat(DISK.rows("select version, total, size, steps, notes, shout, created_at = min(created_at) over (),"
                        + " valid_to = coalesce(lead(valid_from) over (order by version), '9999-12-31T00:00:00Z')"
                        + " from counter_row order by version"))
                .containsExactly(
                        "1|0|SMALL|[]|{}|A|t|t",
                        "2|1|SMALL|[{\"by\": 1, \"note\": \"by 1\"}]|{\"by 1\"}|A|t|t",
                        "3|201|VERY_LARGE|[{\"by\": 1, \"note\": \"by 1\"}, {\"by\": 200, \"note\": \"by 200\"}]|{\"by 1\",\"by"
                                + " 200\"}|A|t|t");
    }

    @Test
    void two_facts_of_one_moment_leave_one_row_for_any_moment() {
        var pen = DISK.new Pen("acme");
        pen.record(new Counter.Named("a"), plus(1), plus(2));
        project();

        assertThat(DISK.rows("select version from counter_row where valid_from <= now() and now() < valid_to"))
                .containsExactly("3");
        assertThat(DISK.rows("select version from counter_row where valid_from < valid_to"))
                .containsExactly("3");
    }

    @Test
    void an_imported_fact_says_so_and_keeps_both_times() {
        var pen = DISK.new Pen("acme");
        pen.recordAs(Instant.parse("2025-01-01T00:00:00Z"), new Counter.Named("a"));
        pen.record(plus(1));
        project();

        assertThat(
                        DISK.rows(
                                "select version, imported, stated_from < '2025-01-02', valid_from < '2025-01-02', stated_to ="
                                        + " lead(stated_from, 1, stated_to) over (order by version) from counter_row order by version"))
                .containsExactly("1|t|t|f|t", "2|f|f|f|t");
    }

    @Test
    void facts_that_come_again_change_nothing() {
        var pen = DISK.new Pen("acme");
        long first = pen.record(new Counter.Named("a"));
        pen.record(plus(1));
        project();
        var before = DISK.rows("select to_jsonb(t) from counter_row t order by position");

        project();
        DISK.transaction(connection -> {
            // as after the loss of the progress, with the rows still there
            connection
                    .createStatement()
                    .executeUpdate("update projection_progress set position = " + (first - 1) + " where name = '"
                            + projection.name() + "'");
            return projection.advance(connection, DISK.all());
        });

        assertThat(DISK.rows("select to_jsonb(t) from counter_row t order by position"))
                .isEqualTo(before);
    }

    @Test
    void one_id_in_two_tenants_is_two_things() {
        var acme = DISK.new Pen("acme");
        acme.record(new Counter.Named("ours"));
        var globex = DISK.new Pen("globex", acme.aggregate);
        globex.record(new Counter.Named("theirs"));
        project();

        assertThat(DISK.rows("select tenant, name, key from counter_row order by tenant"))
                .allMatch(row -> row.startsWith("acme|ours|CNT-") || row.startsWith("globex|theirs|CNT-"))
                .hasSize(2);
    }

    @Test
    void a_fact_that_cannot_be_handled_parks_its_aggregate_and_no_other() {
        var bad = DISK.new Pen("acme");
        var good = DISK.new Pen("acme");
        bad.record(new Counter.Named("bad"));
        good.record(new Counter.Named("good"));
        bad.record(plus(13));
        good.record(plus(1));
        bad.record(plus(2));
        project();
        good.record(plus(1));
        bad.record(plus(3));
        project();

        assertThat(DISK.rows("select name, total from counter_row where valid_to > now() order by name"))
                .containsExactly("bad|0", "good|2");
        assertThat(DISK.rows("select type, coalesce(error, 'behind'), attempts from parked_fact where projection = '"
                        + projection.name() + "' order by position"))
                .containsExactly(
                        "counter-counted|IllegalStateException: cannot count to 13|1",
                        "counter-counted|behind|0",
                        "counter-counted|behind|0");

        assertThat(retry(bad)).isEqualTo(3);
        DISK.counter.defectMended = true;
        assertThat(retry(bad)).isZero();

        assertThat(DISK.rows("select name, total, notes from counter_row where valid_to > now() order by name"))
                .containsExactly("bad|18|{\"by 13\",\"by 2\",\"by 3\"}", "good|2|{\"by 1\",\"by 1\"}");
        assertThat(DISK.rows("select parked from projection_progress where name = '" + projection.name() + "'"))
                .containsExactly("0");
    }

    private int retry(Pen pen) {
        return DISK.transaction(connection -> projection.retry(
                connection,
                new Stream(pen.tenant, pen.aggregate),
                position -> LoggedFact.of(
                        DISK.log.after(connection, position - 1, 1).getFirst())));
    }

    @Test
    void a_row_that_the_table_refuses_parks_its_aggregate_too() {
        var bad = DISK.new Pen("acme");
        var good = DISK.new Pen("acme");
        bad.record(new Counter.Named("bad"));
        bad.record(plus(2000));
        good.record(new Counter.Named("good"));
        project();

        assertThat(DISK.rows("select name, total from counter_row where valid_to > now() order by name"))
                .containsExactly("bad|0", "good|0");
        assertThat(DISK.rows("select error from parked_fact where projection = '" + projection.name() + "'"))
                .singleElement()
                .asString()
                .contains("counter_row_total_check");
    }

    @Test
    void bytes_that_nobody_can_read_park_their_aggregate_only() {
        var bad = DISK.new Pen("acme");
        var good = DISK.new Pen("acme");
        bad.recordBytes("counter-of-the-future", "{}");
        good.record(new Counter.Named("good"));
        project();

        assertThat(DISK.rows("select name from counter_row")).containsExactly("good");
        assertThat(DISK.rows("select type from parked_fact where projection = '" + projection.name() + "'"))
                .containsExactly("counter-of-the-future");
    }

    @Test
    void an_error_that_passes_is_thrown_and_nothing_has_happened() {
        var pen = DISK.new Pen("acme");
        pen.record(new Counter.Named("a"));
        var before = DISK.rows("select position from projection_progress where name = '" + projection.name() + "'");

        assertThatThrownBy(() -> DISK.transaction(connection -> {
                    connection.createStatement().execute("set statement_timeout = '1ms'");
                    connection.createStatement().execute("set local lock_timeout = '1ms'");
                    return new Projection(projection.name(), new Projector() {
                                @Override
                                public String name() {
                                    return projection.name();
                                }

                                @Override
                                public boolean wants(String kind, String type) {
                                    return true;
                                }

                                @Override
                                public List<String> tables() {
                                    return List.of();
                                }

                                @Override
                                public void project(
                                        java.sql.Connection wire,
                                        List<isms.platform.decider.Recorded<?>> facts,
                                        Memory memory)
                                        throws java.sql.SQLException {
                                    wire.createStatement().execute("select pg_sleep(1)");
                                }
                            })
                            .advance(connection, DISK.all());
                }))
                .hasMessageContaining("timeout");
        assertThat(DISK.rows("select position from projection_progress where name = '" + projection.name() + "'"))
                .isEqualTo(before);
        assertThat(DISK.rows("select 1 from parked_fact where projection = '" + projection.name() + "'"))
                .isEmpty();
    }

    @Test
    void what_is_remembered_is_forgotten_when_somebody_else_projects_or_a_transaction_fails() {
        var pen = DISK.new Pen("acme");
        var other = new Projection(projection.name(), projection.projector());
        pen.record(new Counter.Named("shared"));
        project();
        pen.record(new Counter.Counted(1, "by the one"));
        project();
        pen.record(new Counter.Counted(2, "by the other"));
        DISK.transaction(connection -> other.advance(connection, DISK.all()));
        pen.record(new Counter.Counted(4, "by the one again"));
        assertThatThrownBy(() -> DISK.transaction(connection -> {
                    projection.advance(connection, DISK.all());
                    throw new IllegalStateException("before the commit");
                }))
                .isInstanceOf(IllegalStateException.class);
        project();
        pen.record(new Counter.Counted(8, "from memory"));
        project();

        assertThat(DISK.rows(
                        "select version, total from counter_row where id = '" + pen.aggregate + "' order by version"))
                .containsExactly("1|0", "2|1", "3|3", "4|7", "5|15");
        assertThat(DISK.rows("select version from counter_row where id = '" + pen.aggregate
                        + "' and valid_to = '9999-12-31T00:00:00Z'"))
                .containsExactly("5");
    }

    @Test
    void what_is_remembered_need_not_be_read() {
        var pen = DISK.new Pen("acme");
        pen.record(new Counter.Named("once"));
        project();
        // behind the projection's back, as nothing ever does: it shows what was read
        DISK.transaction(connection -> connection
                .createStatement()
                .executeUpdate("update counter_row set total = 100 where id = '" + pen.aggregate + "'"));
        pen.record(new Counter.Counted(1, "from memory"));
        project();

        assertThat(DISK.rows("select total from counter_row where id = '" + pen.aggregate + "' and version = 2"))
                .containsExactly("1");
    }

    @Test
    void projections_that_share_a_transaction_fail_each_for_itself() {
        var pen = DISK.new Pen("acme");
        pen.record(new Counter.Named("shared"));
        var failing = new Projection("failing-" + projection.name(), new Projector() {
            @Override
            public String name() {
                return "failing-" + projection.name();
            }

            @Override
            public boolean wants(String kind, String type) {
                return true;
            }

            @Override
            public List<String> tables() {
                return List.of();
            }

            @Override
            public void project(java.sql.Connection wire, List<isms.platform.decider.Recorded<?>> facts, Memory memory)
                    throws java.sql.SQLException {
                wire.createStatement().execute("select 1 / 0");
            }
        });

        DISK.transaction(connection -> Projection.advance(connection, List.of(failing, projection), DISK.all()));

        assertThat(DISK.rows("select name from counter_row where id = '" + pen.aggregate + "'"))
                .containsExactly("shared");
        assertThat(DISK.rows("select position from projection_progress where name in ('" + projection.name() + "', '"
                        + failing.name() + "')"))
                .containsOnly(String.valueOf(DISK.log.head()));
        assertThat(DISK.rows("select distinct aggregate from parked_fact where projection = '" + failing.name() + "'"))
                .contains(pen.aggregate.toString());
    }

    @Test
    void the_reader_sees_its_tenant_only_and_changes_nothing() throws Exception {
        DISK.new Pen("acme").record(new Counter.Named("ours"));
        DISK.new Pen("globex").record(new Counter.Named("theirs"));
        project();

        try (var reader = DISK.as("reader");
                var statement = reader.createStatement()) {
            try (var none = statement.executeQuery("select count(*) from counter_row")) {
                none.next();
                assertThat(none.getInt(1)).isZero();
            }
            statement.execute("select set_config('isms.tenant', 'globex', false)");
            try (var theirs = statement.executeQuery("select name from counter_row")) {
                theirs.next();
                assertThat(theirs.getString(1)).isEqualTo("theirs");
                assertThat(theirs.next()).isFalse();
            }
            assertThatThrownBy(() -> statement.executeUpdate("delete from counter_row"))
                    .hasMessageContaining("permission denied");
        }
    }
}
