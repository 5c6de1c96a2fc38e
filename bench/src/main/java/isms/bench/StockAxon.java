package isms.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import isms.platform.infrastructure.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.ConnectionCloseHandler;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Axon Framework's own engine for databases, unmodified, on the table that it makes for PostgreSQL: the same payload and who,
 * why and by which clauses as metadata, in a unit of work for each command. The version is checked by the table's unique index.
 * It has half of our indexes, no order that readers can rely on, no idempotency key and no hash.
 */
final class StockAxon implements Side {

    private static final EventSchema SCHEMA = EventSchema.builder().build();
    private static final Map<String, Object> METADATA = Map.of(
            "tenant",
            Sample.TENANT,
            "actor",
            Sample.ACTOR,
            "roles",
            String.join(",", Sample.ROLES),
            "clauses",
            String.join(",", Sample.CLAUSES),
            "correlation",
            "0198f3a2-7c55-7e5c-9a9e-6f4f0f3b2a10",
            "traceId",
            "4bf92f3577b34da6a3ce929d0e0e4736");

    /** What the unit of work asks for; each caller has its own connection, and keeps it. */
    private static final ScopedValue<Connection> CONNECTION = ScopedValue.newInstance();

    private final DataSource database;
    private final Map<String, Object> payload;
    private final JdbcEventStorageEngine engine;

    StockAxon(DataSource database, PostgresServer postgres) throws SQLException, IOException {
        this.database = database;
        this.payload = new ObjectMapper().readValue(Sample.PAYLOAD, new TypeReference<>() {});
        try (var owner = postgres.connectAsSuperuser("stock")) {
            PostgresEventTableFactory.INSTANCE
                    .createDomainEventTable(owner, SCHEMA)
                    .execute();
            try (var statement = owner.createStatement()) {
                statement.execute("grant all on all tables in schema public to public");
                statement.execute("grant all on all sequences in schema public to public");
            }
        }
        var serializer = JacksonSerializer.defaultSerializer();
        engine = JdbcEventStorageEngine.builder()
                .schema(SCHEMA)
                .dataType(byte[].class)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        () -> ConnectionWrapperFactory.wrap(CONNECTION.get(), new Kept())))
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
    }

    @Override
    public String name() {
        return "axon-jdbc-engine";
    }

    @Override
    public Caller caller(int index) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        return new Caller() {
            private String aggregate = id();
            private long version;

            @Override
            public void call() throws Exception {
                if (version == 2) {
                    aggregate = id();
                    version = 0;
                }
                var message = new GenericDomainEventMessage<>(Sample.KIND, aggregate, version, payload, METADATA);
                ScopedValue.where(CONNECTION, connection).call(() -> {
                    var work = DefaultUnitOfWork.startAndGet(message);
                    work.execute(() -> engine.appendEvents(message));
                    return null;
                });
                version++;
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private static String id() {
        return UuidCreator.getTimeOrderedEpochFast().toString();
    }

    /** Commits when the unit of work does, and stays open for the next. */
    private static final class Kept implements ConnectionCloseHandler {

        @Override
        public void close(Connection connection) {}

        @Override
        public void commit(Connection connection) throws SQLException {
            connection.commit();
        }
    }

    @Override
    public void close() {}
}
