package isms.platform.eventstore;

import isms.platform.eventstore.Append.NewFact;
import isms.platform.infrastructure.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A database with an empty log on a real PostgreSQL. */
public final class LogDatabase {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** One server for all tests of the JVM that do not break it; it goes with the JVM. */
    private static final class Shared {
        static final PostgresServer POSTGRES = PostgresServer.start();
    }

    private final PostgresServer postgres;
    private final String name = "log" + DATABASES.incrementAndGet();

    private LogDatabase(PostgresServer postgres) {
        this.postgres = postgres;
        postgres.createServiceDatabase(name);
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(name), name + "_owner", name + "_owner")
                .locations("db/platform")
                .placeholders(Map.of("writer", name + "_writer", "reader", name + "_reader"))
                .load()
                .migrate();
    }

    public static LogDatabase create() {
        return new LogDatabase(Shared.POSTGRES);
    }

    public static LogDatabase on(PostgresServer postgres) {
        return new LogDatabase(postgres);
    }

    /** Connections of the role that appends, each a new one. */
    public PGSimpleDataSource writer() {
        return writer(postgres.port());
    }

    /** The same through something that listens on another port. */
    public PGSimpleDataSource writer(int port) {
        var source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + port + "/" + name);
        source.setUser(name + "_writer");
        source.setPassword(name + "_writer");
        return source;
    }

    public Connection as(String role) throws SQLException {
        return postgres.connect(name, name + "_" + role, name + "_" + role);
    }

    public Connection asSuperuser() throws SQLException {
        return postgres.connectAsSuperuser(name);
    }

    /** The rows of a query with the superuser's eyes, their columns joined by a bar. */
    public List<String> rows(String sql) {
        try (var connection = asSuperuser();
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

    /** Whatever is wrong with the order of the log; empty when all positions, tenant positions, versions and numbers are dense. */
    public List<String> disorder() {
        return rows("""
                select 'position', position::text from
                    (select position, row_number() over (order by position) n from event_log) x where position <> n
                union all
                select 'tenant position', tenant || tenant_position from
                    (select tenant, tenant_position, row_number() over (partition by tenant order by position) n
                       from event_log) x where tenant_position <> n
                union all
                select 'version', aggregate || '/' || version from
                    (select aggregate, version, row_number() over (partition by tenant, kind, aggregate order by position) n
                       from event_log) x where version <> n
                union all
                select 'number', tenant || kind || number from
                    (select tenant, kind, number, row_number() over (partition by tenant, kind order by position) n
                       from event_log where version = 1) x where number <> n
                union all
                select 'number changed', aggregate::text from event_log group by aggregate having min(number) <> max(number)
                union all
                select 'recorded', position::text from
                    (select position, recorded_at, lag(recorded_at) over (order by position) before from event_log) x
                     where recorded_at < before
                """);
    }

    /** One fact of a command. */
    static NewFact fact(String text) {
        return new NewFact(
                UUID.randomUUID(),
                "thing-named",
                1,
                List.of("7.5.1"),
                ("{\"name\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    static Append append(String tenant, UUID aggregate, long expectedVersion, String... texts) {
        return append(tenant, "thing", aggregate, expectedVersion, null, texts);
    }

    static Append append(
            String tenant,
            String kind,
            UUID aggregate,
            long expectedVersion,
            @Nullable IdempotencyKey key,
            String... texts) {
        return new Append(
                tenant,
                kind,
                aggregate,
                expectedVersion,
                Arrays.stream(texts).map(LogDatabase::fact).toList(),
                null,
                "ines",
                List.of("isms-manager", "viewer"),
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                null,
                key);
    }
}
