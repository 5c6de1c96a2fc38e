package isms.platform.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.DatabaseException;
import isms.platform.eventstore.EventLog;
import isms.platform.projection.TemporarilyUnavailable;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Looks things up in the read models of one organization outside of its requests: what reactions and commands over many
 * aggregates ask. Under row-level security with the organization named. What answers no {@link Uni} blocks: call it on a virtual
 * thread.
 */
@Singleton
public class Lookups {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool reader;
    private final Freshness freshness;
    private final Shared<Long> head;
    private final ObjectMapper json;

    Lookups(Pool reader, Freshness freshness, EventLog log, ObjectMapper json) {
        this.reader = reader;
        this.freshness = freshness;
        this.head = new Shared<>(log::head);
        this.json = json;
    }

    /**
     * Waits until the read models show all that has been recorded so far.
     *
     * @throws TemporarilyUnavailable when they do not within ten seconds
     */
    public void caughtUp() {
        try {
            freshness.await(head.ask(), PATIENCE).await().indefinitely();
        } catch (RuntimeException late) {
            throw new TemporarilyUnavailable("the read models have not caught up with the log yet", late);
        }
    }

    /**
     * What a statement finds.
     *
     * @param sql gives one row with one text, JSON of the type
     */
    public <T> T read(String tenant, String sql, TypeReference<T> type, @Nullable Object... parameters) {
        try {
            return parsed(text(tenant, sql, parameters).await().indefinitely(), type);
        } catch (DatabaseException e) {
            // told by its SQLSTATE whether it passes
            throw new IllegalStateException(new SQLException(e.getMessage(), e.getSqlState(), e));
        } catch (RuntimeException e) {
            throw new TemporarilyUnavailable("the read models cannot be read", e);
        }
    }

    /** The same, to come. */
    public <T> Uni<T> find(String tenant, String sql, TypeReference<T> type, @Nullable Object... parameters) {
        return text(tenant, sql, parameters).map(text -> parsed(text, type));
    }

    private Uni<String> text(String tenant, String sql, @Nullable Object... parameters) {
        Tuple tuple = Tuple.tuple();
        for (Object value : parameters) {
            tuple.addValue(value);
        }
        return reader.withTransaction(connection -> connection
                .preparedQuery("select set_config('isms.tenant', $1, true)")
                .execute(Tuple.of(tenant))
                .chain(named -> connection.preparedQuery(sql).execute(tuple))
                .map(rows -> rows.iterator().next().getString(0)));
    }

    private <T> T parsed(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
