package isms.platform.projection;

import isms.platform.decider.Fact;
import isms.platform.eventstore.Append;
import isms.platform.eventstore.Append.Appended;
import isms.platform.eventstore.BatchWriter;
import isms.platform.eventstore.EventLog;
import isms.platform.eventstore.EventTypes;
import isms.platform.eventstore.FactJson;
import isms.platform.infrastructure.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A service's database with its log, the counter's read model in it, and a pen. */
public final class LogOnDisk implements AutoCloseable {

    /** One for all tests of the JVM, each with a database of its own. */
    private static final PostgresServer POSTGRES = PostgresServer.start();

    private static final AtomicInteger DATABASES = new AtomicInteger();

    public final PostgresServer postgres = POSTGRES;
    public final String name = "flow" + DATABASES.incrementAndGet();
    public final PGSimpleDataSource database = new PGSimpleDataSource();
    public final Counter counter = new Counter();
    final BatchWriter writer;
    public final EventLog log;

    public LogOnDisk() {
        postgres.createServiceDatabase(name);
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(name), name + "_owner", name + "_owner")
                .locations("db/platform", "db/counter")
                .placeholders(Map.of("writer", name + "_writer", "reader", name + "_reader"))
                .load()
                .migrate();
        database.setUrl(postgres.jdbcUrl(name));
        database.setUser(name + "_writer");
        database.setPassword(name + "_writer");
        writer = new BatchWriter(database, Clock.systemUTC(), 100_000, Duration.ofSeconds(5));
        log = new EventLog(database, new EventTypes(List.of(counter), List.of(), FactJson.mapper()));
    }

    /** The pen of one aggregate. */
    final class Pen {
        final String tenant;
        final UUID aggregate;
        private long version;

        Pen(String tenant) {
            this(tenant, UUID.randomUUID());
        }

        Pen(String tenant, UUID aggregate) {
            this.tenant = tenant;
            this.aggregate = aggregate;
        }

        /** Records the facts of one command; gives the position of the last. */
        long record(Counter.Event... events) {
            return recordAs(null, events);
        }

        long recordAs(@Nullable Instant stated, Counter.Event... events) {
            var facts = new ArrayList<Append.NewFact>();
            for (var event : events) {
                facts.add(new Append.NewFact(
                        UUID.randomUUID(),
                        event.getClass().getAnnotation(Fact.class).type(),
                        1,
                        List.of("7.5.3"),
                        bytes(event)));
            }
            return append(stated, facts);
        }

        /** As {@link #record}, by another writer than that of the disk. */
        long recordBy(BatchWriter other, Counter.Event event) {
            return append(
                    other,
                    null,
                    List.of(new Append.NewFact(
                            UUID.randomUUID(),
                            event.getClass().getAnnotation(Fact.class).type(),
                            1,
                            List.of("7.5.3"),
                            bytes(event))));
        }

        long recordBytes(String type, String payload) {
            return append(
                    null,
                    List.of(new Append.NewFact(
                            UUID.randomUUID(), type, 1, List.of("7.5.3"), payload.getBytes(StandardCharsets.UTF_8))));
        }

        private long append(@Nullable Instant stated, List<Append.NewFact> facts) {
            return append(writer, stated, facts);
        }

        private long append(BatchWriter by, @Nullable Instant stated, List<Append.NewFact> facts) {
            var result = (Appended) by.append(new Append(
                            tenant,
                            "counter",
                            aggregate,
                            version,
                            facts,
                            stated,
                            "ines",
                            List.of("isms-manager"),
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            null,
                            null,
                            null))
                    .join();
            version += facts.size();
            return result.position() + facts.size() - 1;
        }
    }

    private static byte[] bytes(Object event) {
        try {
            return FactJson.mapper().writeValueAsBytes(event);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything the log holds. */
    List<LoggedFact> all() {
        return log.after(0, Integer.MAX_VALUE).stream().map(LoggedFact::of).toList();
    }

    Connection as(String role) throws SQLException {
        return postgres.connect(name, name + "_" + role, name + "_" + role);
    }

    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    <T> T transaction(Work<T> work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a query with the superuser's eyes, each as text. */
    public List<String> rows(String sql) {
        try (var connection = postgres.connectAsSuperuser(name);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new String[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = result.getString(i + 1);
                }
                rows.add(String.join("|", Arrays.asList(row)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
