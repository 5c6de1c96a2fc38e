package isms.platform.projection;

import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import isms.platform.decider.Recorded;
import isms.platform.eventstore.EventLog;
import isms.platform.projection.Projector.ByAggregate;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds a projection beside its live tables: their empty twins are filled from the whole log by the projector's own code
 * and take their place in one transaction, while the live processor waits. No read fails, and none sees half a rebuild. Where
 * rows depend on the facts of one aggregate alone, the twin is filled by whole aggregates, and follows the log from there.
 */
@Singleton
class Rebuilds {

    private static final Logger LOG = Logger.getLogger(Rebuilds.class);
    private static final String LIVE = "public";
    private static final int PAGE = 2_000;
    private static final int SWAPS = 30;

    /** A rebuild as operators see it. */
    @Schema(name = "ProjectionRebuild")
    record Rebuild(
            UUID id,
            String projection,

            @Schema(description = "running, completed or failed")
            String state,

            @Schema(
                    description =
                            "How many facts of the log the twin holds; near the end the position up to which it holds all")
            long position,

            @Schema(description = "Last position of the log when that was written")
            long head,

            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String error) {}

    private final javax.sql.DataSource database;
    private final EventLog log;
    private final List<Projector> projectors;

    Rebuilds(@DataSource("writer") javax.sql.DataSource database, EventLog log, @All List<Projector> projectors) {
        this.database = database;
        this.log = log;
        this.projectors = projectors;
    }

    /**
     * Starts a rebuild and returns at once.
     *
     * @return empty when one of this projection is running, on whichever replica
     * @throws IllegalArgumentException when there is no such projection, or it keeps no tables
     */
    Optional<Rebuild> start(String name) throws SQLException {
        var projector = projectors.stream()
                .filter(candidate ->
                        candidate.name().equals(name) && !candidate.tables().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
        var connection = database.getConnection();
        var id = UUID.randomUUID();
        try {
            if (!claim(connection, name)) {
                connection.close();
                return Optional.empty();
            }
            execute(
                    connection,
                    "update projection_rebuild set state = 'failed', finished_at = now(), error = 'interrupted'"
                            + " where projection = ? and state = 'running'",
                    name);
            execute(
                    connection,
                    "insert into projection_rebuild (id, projection, state, head) values (?, ?, 'running', ?)",
                    id,
                    name,
                    log.head());
        } catch (SQLException | RuntimeException e) {
            abandon(connection, name);
            throw e;
        }
        Thread.ofVirtual().name("rebuild-" + name).start(() -> run(connection, id, projector));
        return find(id);
    }

    Optional<Rebuild> find(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select id, projection, state, position, head, started_at,"
                        + " finished_at, error from projection_rebuild where id = ?")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var finished = row.getObject(7, OffsetDateTime.class);
                return Optional.of(new Rebuild(
                        id,
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        finished == null ? null : finished.toInstant(),
                        row.getString(8)));
            }
        }
    }

    /** On a connection of its own, which keeps the claim for as long as it lives. */
    private void run(Connection connection, UUID id, Projector projector) {
        var live = new Projection(projector);
        var twin = new Projection(projector.name() + "~rebuild", projector);
        try {
            connection.setAutoCommit(false);
            twin.forget(connection);
            each(connection, projector, "open_twin");
            var way = projector.byAggregate();
            long from = way == null ? 0 : fillByAggregate(connection, id, twin, way);
            each(connection, projector, "complete_twin");
            follow(connection, id, twin, from);
            each(connection, projector, "measure_twin");
            swap(connection, live, twin);
            finish(connection, id, "completed", null);
        } catch (Exception e) {
            LOG.errorf(e, "the rebuild of %s failed; the live tables are as they were", projector.name());
            try {
                connection.rollback();
                each(connection, projector, "drop_twin");
                twin.forget(connection);
                finish(connection, id, "failed", Failures.describe(e));
            } catch (SQLException lost) {
                LOG.debug("the next rebuild clears up", lost);
            }
        } finally {
            abandon(connection, projector.name());
        }
    }

    /** Gives the position from which on the twin follows the log. */
    private long fillByAggregate(Connection connection, UUID id, Projection twin, ByAggregate way) throws SQLException {
        long head = log.head();
        within(connection);
        long parked = new Filling(connection, twin, way).fill(log, head, facts -> {
            execute(connection, "update projection_rebuild set position = position + ? where id = ?", facts, id);
            connection.commit();
            within(connection);
        });
        twin.beginAfter(connection, head, parked);
        return head;
    }

    /** Ends near the head, not at it: who writes on as fast as this reads would keep it from ever ending. */
    private void follow(Connection connection, UUID id, Projection twin, long from) throws SQLException {
        var page = log.after(from, PAGE);
        while (!page.isEmpty()) {
            long last = page.getLast().position();
            // The next page is read while this one is written.
            var next = page.size() < PAGE
                    ? CompletableFuture.completedFuture(List.<Recorded<?>>of())
                    : CompletableFuture.supplyAsync(() -> log.after(last, PAGE), Thread::startVirtualThread);
            advance(connection, twin, page);
            execute(
                    connection,
                    "update projection_rebuild set position = ?, head = greatest(head, ?) where id = ?",
                    last,
                    last,
                    id);
            connection.commit();
            page = Filling.join(next);
        }
    }

    /** Has the rest of the transaction write the twins. */
    private static void within(Connection connection) throws SQLException {
        execute(connection, "select set_config('search_path', ?, true)", "rebuild, " + LIVE);
    }

    private static void advance(Connection connection, Projection twin, List<Recorded<?>> page) throws SQLException {
        within(connection);
        twin.advance(connection, page.stream().map(LoggedFact::of).toList());
    }

    private void swap(Connection connection, Projection live, Projection twin)
            throws SQLException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                long target = live.position(connection);
                for (long reached = twin.position(connection); reached < target; ) {
                    var page = log.after(connection, reached, PAGE);
                    advance(connection, twin, page);
                    reached = page.getLast().position();
                }
                execute(connection, "select set_config('search_path', ?, true)", LIVE);
                for (String table : live.projector().tables()) {
                    execute(connection, "select swap_twin(?)", table);
                }
                live.succeed(connection, twin);
                connection.commit();
                return;
            } catch (SQLException e) {
                connection.rollback();
                if (attempt == SWAPS || !Failures.passes(e)) {
                    throw e;
                }
                Thread.sleep(Duration.ofMillis(200));
            }
        }
    }

    private static boolean claim(Connection connection, String name) throws SQLException {
        try (var select =
                connection.prepareStatement("select pg_try_advisory_lock(hashtext('rebuild'), hashtext(?))")) {
            select.setString(1, name);
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void abandon(Connection connection, String name) {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            execute(connection, "select pg_advisory_unlock(hashtext('rebuild'), hashtext(?))", name);
        } catch (SQLException e) {
            LOG.debug("the claim ended with its connection", e);
        }
    }

    /** Calls a function of the database with each table of the projector, and commits. */
    private static void each(Connection connection, Projector projector, String function) throws SQLException {
        for (String table : projector.tables()) {
            execute(connection, "select " + function + "(?)", table);
        }
        connection.commit();
    }

    private static void finish(Connection connection, UUID id, String state, @Nullable String error)
            throws SQLException {
        execute(
                connection,
                "update projection_rebuild set state = ?, finished_at = now(), error = ? where id = ?",
                state,
                error,
                id);
        connection.commit();
    }

    private static void execute(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
