package isms.platform.projection;

import isms.platform.decider.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One projector's way along the log, under the name of its row in {@code projection_progress}. Every method works in the
 * caller's transaction and takes the lock of that row first, so that two replicas, a retry and a rebuild take turns.
 */
final class Projection {

    private static final Logger LOG = Logger.getLogger(Projection.class);

    /** A stream in the words of the log. */
    record Stream(String tenant, UUID aggregate) {}

    private record Progress(long position, long parked) {}

    /** Set together with the lock, so that a batch that goes well pays no round trip for it. */
    private static final String BEFORE = "before_effects";

    private static final String SAVEPOINT = "savepoint " + BEFORE;

    private final String name;
    private final Projector projector;

    Projection(Projector projector) {
        this(projector.name(), projector);
    }

    Projection(String name, Projector projector) {
        this.name = name;
        this.projector = projector;
    }

    String name() {
        return name;
    }

    Projector projector() {
        return projector;
    }

    /**
     * Projects the facts after the position that is already projected, and moves the position to the last of them. Facts
     * that cannot be projected are parked; errors that pass by themselves are thrown, and nothing has happened.
     *
     * @param facts in log order
     * @return the position
     */
    long advance(Connection connection, List<LoggedFact> facts) throws SQLException {
        var progress = lock(connection);
        var last = facts.getLast().position();
        if (last <= progress.position) {
            return progress.position;
        }
        var wanted = new ArrayList<LoggedFact>(facts.size());
        for (LoggedFact fact : facts) {
            if (fact.position() > progress.position && projector.wants(fact.kind(), fact.type())) {
                wanted.add(fact);
            }
        }
        var before = wanted.size();
        if (progress.parked > 0) {
            parkBehind(connection, wanted);
            execute(connection, SAVEPOINT);
        }
        var parked = before - wanted.size() + apply(connection, wanted);
        move(connection, last, parked);
        return last;
    }

    /** Applies them together, or, when one of them cannot be, one by one; gives the number of those that were parked. */
    private int apply(Connection connection, List<LoggedFact> facts) throws SQLException {
        if (facts.isEmpty() || attempt(connection, facts) == null) {
            return 0;
        }
        var halted = new HashSet<Stream>();
        var parked = 0;
        for (LoggedFact fact : facts) {
            var stream = new Stream(fact.tenant(), fact.aggregate());
            Exception failure = null;
            if (halted.contains(stream)) {
                park(connection, fact, null);
                parked++;
            } else {
                execute(connection, SAVEPOINT);
                failure = attempt(connection, List.of(fact));
            }
            if (failure != null) {
                LOG.errorf(
                        failure,
                        "%s cannot handle %s at position %d: the aggregate %s is parked",
                        name,
                        fact.type(),
                        fact.position(),
                        fact.aggregate());
                park(connection, fact, failure);
                halted.add(stream);
                parked++;
            }
        }
        return parked;
    }

    /** Null when it went well; the lasting failure otherwise, with its effects undone. A savepoint is set before it. */
    private @Nullable Exception attempt(Connection connection, List<LoggedFact> facts) throws SQLException {
        try {
            var readable = new ArrayList<Recorded<?>>(facts.size());
            for (LoggedFact fact : facts) {
                readable.add(fact.readable());
            }
            projector.project(connection, readable);
            return null;
        } catch (SQLException | RuntimeException e) {
            if (Failures.passes(e)) {
                throw e;
            }
            execute(connection, "rollback to savepoint " + BEFORE);
            return e;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void parkBehind(Connection connection, List<LoggedFact> facts) throws SQLException {
        var halted = new HashSet<Stream>();
        try (var select = connection.prepareStatement(
                "select distinct tenant, aggregate from parked_fact where projection = ? and aggregate = any (?)")) {
            select.setString(1, name);
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid",
                            facts.stream().map(LoggedFact::aggregate).distinct().toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    halted.add(new Stream(rows.getString(1), rows.getObject(2, UUID.class)));
                }
            }
        }
        for (var remaining = facts.iterator(); remaining.hasNext(); ) {
            var fact = remaining.next();
            if (halted.contains(new Stream(fact.tenant(), fact.aggregate()))) {
                park(connection, fact, null);
                remaining.remove();
            }
        }
    }

    private void park(Connection connection, LoggedFact fact, @Nullable Exception failure) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into parked_fact (projection, position, tenant, kind, aggregate, type, error, attempts)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, name);
            insert.setLong(2, fact.position());
            insert.setString(3, fact.tenant());
            insert.setString(4, fact.kind());
            insert.setObject(5, fact.aggregate());
            insert.setString(6, fact.type());
            insert.setString(7, failure == null ? null : Failures.describe(failure));
            insert.setInt(8, failure == null ? 0 : 1);
            insert.executeUpdate();
        }
    }

    /**
     * Tries the parked facts of an aggregate again, in order, as far as it goes.
     *
     * @param read gives what stands at a position of the log
     * @return the number of facts that are still parked
     */
    int retry(Connection connection, Stream stream, PositionReader read) throws SQLException {
        lock(connection);
        var positions = parked(connection, stream);
        var done = 0;
        for (long position : positions) {
            execute(connection, SAVEPOINT);
            var failure = attempt(connection, List.of(read.at(position)));
            if (failure != null) {
                try (var update =
                        connection.prepareStatement("update parked_fact set error = ?, attempts = attempts + 1"
                                + " where projection = ? and position = ?")) {
                    update.setString(1, Failures.describe(failure));
                    update.setString(2, name);
                    update.setLong(3, position);
                    update.executeUpdate();
                }
                break;
            }
            try (var delete =
                    connection.prepareStatement("delete from parked_fact where projection = ? and position = ?")) {
                delete.setString(1, name);
                delete.setLong(2, position);
                delete.executeUpdate();
            }
            done++;
        }
        try (var update = connection.prepareStatement(
                "update projection_progress set parked = parked - ?, updated_at = now() where name = ?")) {
            update.setInt(1, done);
            update.setString(2, name);
            update.executeUpdate();
        }
        return positions.size() - done;
    }

    /** Reads one position of the log. */
    interface PositionReader {
        LoggedFact at(long position) throws SQLException;
    }

    private List<Long> parked(Connection connection, Stream stream) throws SQLException {
        var positions = new ArrayList<Long>();
        try (var select = connection.prepareStatement("select position from parked_fact"
                + " where projection = ? and tenant = ? and aggregate = ? order by position")) {
            select.setString(1, name);
            select.setString(2, stream.tenant());
            select.setObject(3, stream.aggregate());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    positions.add(rows.getLong(1));
                }
            }
        }
        return positions;
    }

    /** The position, with the row locked until the end of the transaction. */
    long position(Connection connection) throws SQLException {
        return lock(connection).position;
    }

    /**
     * Also has every statement of the transaction planned for the tables as they are now: a plan made while they were small
     * would be kept, and read all of them for each batch.
     */
    private Progress lock(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select position, parked,"
                + " set_config('plan_cache_mode', 'force_custom_plan', true)"
                + " from projection_progress where name = ? for update; " + SAVEPOINT)) {
            select.setString(1, name);
            select.execute();
            try (var row = select.getResultSet()) {
                if (row.next()) {
                    return new Progress(row.getLong(1), row.getLong(2));
                }
            }
        }
        try (var insert = connection.prepareStatement(
                "insert into projection_progress (name) values (?) on conflict do nothing")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
        return lock(connection);
    }

    private void move(Connection connection, long position, int parked) throws SQLException {
        try (var update = connection.prepareStatement("update projection_progress"
                + " set position = ?, parked = parked + ?, updated_at = now() where name = ?")) {
            update.setLong(1, position);
            update.setInt(2, parked);
            update.setString(3, name);
            update.executeUpdate();
        }
    }

    /** Forgets progress and parked facts: as if nothing had ever been projected under this name. */
    void forget(Connection connection) throws SQLException {
        for (String table : List.of("parked_fact where projection", "projection_progress where name")) {
            try (var delete = connection.prepareStatement("delete from " + table + " = ?")) {
                delete.setString(1, name);
                delete.executeUpdate();
            }
        }
    }

    /** Takes over what another way of the same projector has reached. */
    void succeed(Connection connection, Projection other) throws SQLException {
        try (var update = connection.prepareStatement(
                "update projection_progress p set position = o.position,"
                        + " parked = o.parked, updated_at = now() from projection_progress o where p.name = ? and o.name = ?")) {
            update.setString(1, name);
            update.setString(2, other.name);
            update.executeUpdate();
        }
        try (var delete = connection.prepareStatement("delete from parked_fact where projection = ?")) {
            delete.setString(1, name);
            delete.executeUpdate();
        }
        try (var update = connection.prepareStatement("update parked_fact set projection = ? where projection = ?")) {
            update.setString(1, name);
            update.setString(2, other.name);
            update.executeUpdate();
        }
        other.forget(connection);
    }
}
