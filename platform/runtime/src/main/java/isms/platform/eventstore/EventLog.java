package isms.platform.eventstore;

import isms.platform.decider.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the log with the writer's eyes: all tenants, in order. What answers a request reads under row-level security instead. */
public final class EventLog {

    private static final String AFTER =
            "select " + LogRow.COLUMNS + " from event_log where position > ? order by position limit ?";
    private static final String STREAM = "select " + LogRow.COLUMNS
            + " from event_log where aggregate = ? and kind = ? and tenant = ? and version > ? and version <= ? order by version";

    private static final String BY_AGGREGATE = "select " + LogRow.COLUMNS
            + " from event_log where kind = ? and position <= ? order by aggregate, kind, tenant, version";

    private final DataSource database;
    private final EventTypes types;

    public EventLog(DataSource database, EventTypes types) {
        this.database = database;
        this.types = types;
    }

    /**
     * At most {@code limit} facts after a position, in order. One that cannot be read does not hold up the others: an
     * {@link UnreadableFact} stands in its place.
     */
    public List<Recorded<?>> after(long position, int limit) {
        try (var connection = database.getConnection()) {
            return after(connection, position, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the event log", e);
        }
    }

    /** As {@link #after(long, int)}, in the caller's transaction. */
    public List<Recorded<?>> after(Connection connection, long position, int limit) throws SQLException {
        try (var query = connection.prepareStatement(AFTER)) {
            query.setLong(1, position);
            query.setInt(2, limit);
            query.setFetchSize(0);
            try (var row = query.executeQuery()) {
                var facts = new ArrayList<Recorded<?>>();
                while (row.next()) {
                    facts.add(LogRow.read(row).recordedOrUnreadable(types));
                }
                return facts;
            }
        }
    }

    /** The facts of one aggregate after a version and up to another, in order. */
    public List<Recorded<Object>> stream(StreamId stream, long afterVersion, long upToVersion) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(STREAM)) {
            query.setObject(1, stream.aggregate());
            query.setString(2, stream.kind());
            query.setString(3, stream.tenant());
            query.setLong(4, afterVersion);
            query.setLong(5, upToVersion);
            try (var row = query.executeQuery()) {
                var facts = new ArrayList<Recorded<Object>>();
                while (row.next()) {
                    facts.add(LogRow.read(row).recorded(types));
                }
                return facts;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the event log", e);
        }
    }

    /**
     * The facts of a kind up to a position, by aggregate. One that cannot be read does not hold up the others: an
     * {@link UnreadableFact} stands in its place.
     */
    public Aggregates byAggregate(String kind, long upTo) {
        try {
            return new Aggregates(database.getConnection(), kind, upTo);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the event log", e);
        }
    }

    /** Aggregates one after the other, as of one moment, on a connection of its own; for one thread at a time. */
    public final class Aggregates implements AutoCloseable {

        private static final int FETCHED = 1_000;

        private final Connection connection;
        private final ResultSet rows;
        private @Nullable Recorded<?> ahead;

        private Aggregates(Connection connection, String kind, long upTo) throws SQLException {
            this.connection = connection;
            try {
                connection.setAutoCommit(false);
                rows = query(kind, upTo).executeQuery();
                ahead = read();
            } catch (SQLException | RuntimeException e) {
                close();
                throw e;
            }
        }

        private PreparedStatement query(String kind, long upTo) throws SQLException {
            var query = connection.prepareStatement(BY_AGGREGATE);
            query.setString(1, kind);
            query.setLong(2, upTo);
            query.setFetchSize(FETCHED);
            return query;
        }

        private @Nullable Recorded<?> read() throws SQLException {
            return rows.next() ? LogRow.read(rows).recordedOrUnreadable(types) : null;
        }

        /** The facts of the next aggregate, in order; none when there is no other. */
        public List<Recorded<?>> next() {
            var facts = new ArrayList<Recorded<?>>();
            try {
                while (ahead != null && (facts.isEmpty() || isOfOne(facts.getFirst(), ahead))) {
                    facts.add(ahead);
                    ahead = read();
                }
            } catch (SQLException e) {
                throw new IllegalStateException("cannot read the event log", e);
            }
            return facts;
        }

        private static boolean isOfOne(Recorded<?> first, Recorded<?> other) {
            return other.aggregate().equals(first.aggregate()) && other.tenant().equals(first.tenant());
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** The last position; 0 when the log is empty. */
    public long head() {
        return position("select coalesce(max(position), 0) from event_log", null);
    }

    /** The last position recorded before a moment; 0 when there is none. */
    public long positionBefore(Instant moment) {
        return position(
                "select coalesce((select position from event_log where recorded_at < ? order by position desc limit 1), 0)",
                moment);
    }

    private long position(String sql, @Nullable Instant moment) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            if (moment != null) {
                query.setObject(1, moment.atOffset(ZoneOffset.UTC));
            }
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the event log", e);
        }
    }

    /** The aggregate with a number in its tenant and kind. */
    public Optional<UUID> aggregate(String tenant, String kind, long number) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select aggregate from event_log where tenant = ? and kind = ? and number = ? and version = 1")) {
            query.setString(1, tenant);
            query.setString(2, kind);
            query.setLong(3, number);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the event log", e);
        }
    }

    /** Which of these aggregates of a tenant and kind there are. */
    public Set<UUID> existing(String tenant, String kind, Collection<UUID> aggregates) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select aggregate from event_log where aggregate = any(?) and kind = ? and tenant = ? and version = 1")) {
            query.setArray(1, connection.createArrayOf("uuid", aggregates.toArray()));
            query.setString(2, kind);
            query.setString(3, tenant);
            return new HashSet<>(ids(query));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the event log", e);
        }
    }

    /** All aggregates of a tenant and kind, in the order of their numbers. */
    public List<UUID> aggregates(String tenant, String kind) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select aggregate from event_log where tenant = ? and kind = ? and version = 1 order by number")) {
            query.setString(1, tenant);
            query.setString(2, kind);
            return ids(query);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the event log", e);
        }
    }

    private static List<UUID> ids(PreparedStatement query) throws SQLException {
        try (var row = query.executeQuery()) {
            var ids = new ArrayList<UUID>();
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    /** What was answered under an idempotency key, if it is remembered; {@code KeyReused} when for another request. */
    public Optional<Append.Result> answered(String tenant, String key, String requestHash) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select request_hash, aggregate, version, position, created from command_idempotency where tenant = ? and key = ?")) {
            query.setString(1, tenant);
            query.setString(2, key);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(
                        row.getString(1).equals(requestHash)
                                ? new Append.AnsweredBefore(
                                        row.getObject(2, UUID.class), row.getLong(3), row.getLong(4), row.getBoolean(5))
                                : new Append.KeyReused());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the idempotency keys", e);
        }
    }

    /** Forgets the idempotency keys answered before a moment; returns how many. */
    public int forgetKeysBefore(Instant moment) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from command_idempotency where recorded_at < ?")) {
            delete.setObject(1, moment.atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot forget old idempotency keys", e);
        }
    }
}
