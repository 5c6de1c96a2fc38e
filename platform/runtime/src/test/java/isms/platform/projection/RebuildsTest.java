package isms.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import isms.platform.projection.LogOnDisk.Pen;
import isms.platform.projection.Rebuilds.Rebuild;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RebuildsTest {

    private static final String CONTENT = "select to_jsonb(t) from counter_row t order by position";
    private static final String SHAPE = """
            select 'index ' || indexname || ' ' || indexdef from pg_indexes where tablename = 'counter_row'
            union all select 'policy ' || policyname || cmd || qual from pg_policies where tablename = 'counter_row'
            union all select 'rights ' || relacl::text || relrowsecurity || relforcerowsecurity || relowner::regrole
                from pg_class where relname = 'counter_row'
            union all select 'check ' || conname || pg_get_constraintdef(oid) from pg_constraint
                where conrelid = 'counter_row'::regclass
            union all select 'options ' || array_to_string(reloptions, ',') from pg_class where relname = 'counter_row'
            union all select 'column ' || attname || atttypid::regtype || attnotnull || attgenerated::text
                || coalesce(attstattarget, -1) from pg_attribute
                where attrelid = 'counter_row'::regclass and attnum > 0
            order by 1
            """;

    private final LogOnDisk disk = new LogOnDisk();
    private final Projector projector =
            new AggregateProjection<>("counters", disk.counter, Counter.Row.class, "counter_row") {
                {
                    writeWith(new ObjectMapper().registerModule(new JavaTimeModule()));
                }
            };
    private final Projection live = new Projection(projector);
    private final Rebuilds rebuilds = new Rebuilds(disk.database, disk.log, List.of(projector));

    @AfterEach
    void stop() {
        disk.close();
    }

    private void project() {
        while (true) {
            var more = disk.transaction(connection -> {
                var page = disk.log.after(connection, live.position(connection), 500);
                return !page.isEmpty()
                        && live.advance(
                                        connection,
                                        page.stream().map(LoggedFact::of).toList())
                                > 0;
            });
            if (!more) {
                return;
            }
        }
    }

    private List<Pen> write(int aggregates, int facts) {
        var pens = new ArrayList<Pen>();
        for (int i = 0; i < aggregates; i++) {
            var pen = disk.new Pen(i % 2 == 0 ? "acme" : "globex");
            pen.record(new Counter.Named("counter " + i));
            pens.add(pen);
        }
        for (int i = 0; i < facts; i++) {
            pens.get(i % aggregates).record(new Counter.Counted(1, "step"));
        }
        return pens;
    }

    private Rebuild rebuild() throws SQLException {
        var started = rebuilds.start("counters").orElseThrow();
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> rebuilds.find(started.id()).orElseThrow(),
                        rebuild -> !rebuild.state().equals("running"));
    }

    @Test
    void a_rebuild_makes_the_same_table_again() throws Exception {
        write(20, 300);
        try (var owner = disk.as("owner")) {
            owner.createStatement().execute("alter table counter_row set (fillfactor = 90)");
        }
        project();
        var content = disk.rows(CONTENT);
        var shape = disk.rows(SHAPE);

        var rebuild = rebuild();

        assertThat(rebuild.state()).as(rebuild.error()).isEqualTo("completed");
        assertThat(disk.rows(CONTENT)).isEqualTo(content);
        assertThat(disk.rows(SHAPE)).isEqualTo(shape);
        assertThat(disk.rows("select name, position from projection_progress"))
                .containsExactly("counters|" + disk.log.head());
        assertThat(rebuild().state()).isEqualTo("completed");
        assertThat(disk.rows(SHAPE)).isEqualTo(shape);
    }

    @Test
    void a_rebuild_writes_every_text_as_it_was_written() throws Exception {
        var texts = new ArrayList<String>(List.of(
                "",
                " ",
                "\\",
                "\\N",
                "\\.",
                "tab\tand\nline\r\n",
                "\"quoted\"",
                "'",
                "{a,b}",
                "NULL",
                "null",
                "Prüfung 検査 🔒"));
        var pen = disk.new Pen("acme");
        pen.record(new Counter.Named("name"));
        for (String text : texts) {
            pen.record(new Counter.Named(text));
            pen.record(new Counter.Counted(101, text), new Counter.Counted(1, null));
            pen.record(new Counter.Counted(0, text));
        }
        project();
        var content = disk.rows(CONTENT);

        assertThat(rebuild().state()).isEqualTo("completed");

        assertThat(disk.rows(CONTENT)).isEqualTo(content).hasSize((int) disk.log.head());
    }

    @Test
    void a_rebuild_parks_the_facts_that_are_parked_and_no_other() throws Exception {
        var parked =
                "select position, aggregate, type, split_part(error, E'\\n', 1), attempts from parked_fact order by position";
        var pens = write(20, 300);
        pens.get(3).record(new Counter.Counted(13, "cannot be represented"));
        pens.get(5).recordBytes("counter-unheard-of", "{}");
        pens.get(7).record(new Counter.Counted(2_000, "more than the table takes"));
        pens.get(9).record(new Counter.Counted(1, "no text of PostgreSQL: \0"));
        for (int i = 0; i < 100; i++) {
            pens.get(i % 20).record(new Counter.Counted(1, "after it"));
        }
        project();
        var content = disk.rows(CONTENT);
        var facts = disk.rows(parked);
        assertThat(facts).hasSize(4 * 6);

        assertThat(rebuild().state()).isEqualTo("completed");

        assertThat(disk.rows(CONTENT)).isEqualTo(content);
        assertThat(disk.rows(parked)).isEqualTo(facts);
        assertThat(disk.rows("select parked from projection_progress")).containsExactly("24");
    }

    @Test
    void a_rebuild_mends_rows_that_went_wrong_and_facts_that_were_parked() throws Exception {
        var pens = write(5, 10);
        pens.getFirst().record(new Counter.Counted(13, "unlucky"));
        project();
        disk.transaction(connection ->
                connection.createStatement().executeUpdate("update counter_row set total = 999 where version = 2"));
        disk.counter.defectMended = true;

        assertThat(rebuild().state()).isEqualTo("completed");

        assertThat(disk.rows("select sum(total) from counter_row where valid_to > now()"))
                .containsExactly("23");
        assertThat(disk.rows("select total from counter_row where version = 2")).containsOnly("1");
        assertThat(disk.rows("select parked from projection_progress")).containsExactly("0");
        assertThat(disk.rows("select * from parked_fact")).isEmpty();
    }

    @Test
    void while_it_is_rebuilt_the_table_is_written_and_read_without_a_failure() throws Exception {
        var pens = write(50, 3_000);
        project();
        var over = new AtomicBoolean();
        var failures = new CopyOnWriteArrayList<Throwable>();
        var reads = new AtomicInteger();
        var writing = Thread.ofVirtual().start(() -> {
            for (int i = 0; !over.get(); i++) {
                pens.get(i % pens.size()).record(new Counter.Counted(1, "meanwhile"));
            }
        });
        var projecting = Thread.ofVirtual().start(() -> {
            try {
                while (!over.get()) {
                    project();
                }
            } catch (Throwable e) {
                failures.add(e);
            }
        });
        var reading = Thread.ofVirtual().start(() -> {
            try (var reader = disk.as("reader");
                    var tenant = reader.createStatement();
                    var select = reader.prepareStatement(
                            "select count(*), sum(total) from counter_row where valid_to > now()")) {
                tenant.execute("select set_config('isms.tenant', 'acme', false)");
                long before = 0;
                while (!over.get()) {
                    try (var row = select.executeQuery()) {
                        row.next();
                        assertThat(row.getInt(1)).isEqualTo(25);
                        assertThat(row.getLong(2)).isGreaterThanOrEqualTo(before);
                        before = row.getLong(2);
                    }
                    reads.incrementAndGet();
                }
            } catch (Throwable e) {
                failures.add(e);
            }
        });

        for (int round = 0; round < 3; round++) {
            var rebuild = rebuild();
            assertThat(rebuild.state()).as(rebuild.error()).isEqualTo("completed");
        }
        over.set(true);
        writing.join();
        projecting.join();
        reading.join();
        project();

        assertThat(failures).isEmpty();
        assertThat(reads.get()).isGreaterThan(10);
        var content = disk.rows(CONTENT);
        rebuild();
        assertThat(disk.rows(CONTENT)).isEqualTo(content);
        assertThat(content).hasSize((int) disk.log.head());
    }

    @Test
    void only_one_rebuild_of_a_projection_runs_and_only_read_models_are_rebuilt() throws Exception {
        write(5, 500);
        project();
        try (var claimed = disk.database.getConnection()) {
            claimed.createStatement().execute("select pg_advisory_lock(hashtext('rebuild'), hashtext('counters'))");
            assertThat(rebuilds.start("counters")).isEmpty();
        }
        assertThatThrownBy(() -> rebuilds.start("nothing")).isInstanceOf(IllegalArgumentException.class);
        for (String function : List.of("open_twin", "complete_twin", "drop_twin", "measure_twin", "swap_twin")) {
            assertThatThrownBy(() -> disk.transaction(
                            connection -> connection.createStatement().execute("select " + function + "('event_log')")))
                    .hasMessageContaining("event_log is no read model");
        }
    }

    @Test
    void a_rebuild_that_fails_leaves_the_live_table_as_it_was() throws Exception {
        write(5, 50);
        project();
        var content = disk.rows(CONTENT);
        try (var owner = disk.as("owner")) {
            owner.createStatement().execute("create view somebody_looks as select * from counter_row");
        }

        var rebuild = rebuild();

        assertThat(rebuild.state()).isEqualTo("failed");
        assertThat(rebuild.error()).contains("somebody_looks");
        assertThat(disk.rows(CONTENT)).isEqualTo(content);
        assertThat(disk.rows("select tablename from pg_tables where schemaname = 'rebuild'"))
                .isEmpty();
    }
}
