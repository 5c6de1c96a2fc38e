package isms.platform.projection;

import isms.platform.decider.Recorded;
import isms.platform.projection.Projector.Changes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** @param movedBy the transaction that wrote the row last */
    private record Progress(long position, long parked, long movedBy) {}

    /** Set together with the lock, so that a batch that goes well pays no round trip for it. */
    private static final String BEFORE = "before_effects";

    private static final String SAVEPOINT = "savepoint " + BEFORE;

    /** One savepoint per fact would otherwise stand within the other, and each statement pay for all of them. */
    private static final String RELEASE = "release savepoint " + BEFORE;

    private static final String LOCKED = " from projection_progress where name = any (?) order by name for update";

    /**
     * Also has every statement of the transaction planned once, to go to single rows by an index whatever size the tables
     * have: planning the wide insert of a small batch anew costs a third of carrying it out, and a plan that was made for small
     * tables without that rule would be kept, and read all of them for each batch. And nobody waits for the disk: what a crash
     * takes of a read model, its position with it, is projected again from the log, which lost nothing.
     */
    private static final String SETTINGS = "set_config('plan_cache_mode', 'force_generic_plan', true),"
            + " set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),"
            + " set_config('enable_mergejoin', 'off', true), set_config('synchronous_commit', 'off', true)";

    private static final String UNCHANGED = "select 1 / (case when count(*) = ? then 1 else 0 end), " + SETTINGS
            + " from (select name, position, parked, xmin::text::bigint as moved_by" + LOCKED + ") p"
            + " join unnest(?::text[], ?::bigint[]) k(name, moved_by) using (name, moved_by)"
            + " where p.position = ? and p.parked = 0; ";

    private static final String MOVE = "update projection_progress p"
            + " set position = ?, parked = p.parked + m.parked, updated_at = now()"
            + " from unnest(?::text[], ?::bigint[]) m(name, parked) where p.name = m.name"
            + " returning p.name, p.xmin::text::bigint";

    private static final int MOVED_COLUMNS = 2;

    private static final Changes NONE = new Changes(List.of(), Map.of());

    private final String name;
    private final Projector projector;
    private final Memory memory = new Memory();
    /** What its row of progress says when nobody else has written it since. */
    private long movedBy = -1;

    private long position = -1;

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

    /** As {@link #advance(Connection, List, List)}, for this one alone. */
    long advance(Connection connection, List<LoggedFact> facts) throws SQLException {
        return advance(connection, List.of(this), facts);
    }

    /**
     * Projects the facts after the position that is already projected, and moves the position to the last of them. Facts
     * that cannot be projected are parked; errors that pass by themselves are thrown, and nothing has happened.
     *
     * @param together share the transaction, and the round trips that do not depend on what each does
     * @param facts in log order, none between them left out
     * @return the position that all of them have reached
     * @throws TemporarilyUnavailable when a projection is further back than the facts begin: to be called with all of them
     */
    static long advance(Connection connection, List<Projection> together, List<LoggedFact> facts) throws SQLException {
        var progress = lock(connection, together);
        var first = facts.getFirst().position();
        var last = facts.getLast().position();
        var reached = Long.MAX_VALUE;
        var parked = new LinkedHashMap<String, Long>();
        var marked = true;
        for (Projection projection : together) {
            var own = Objects.requireNonNull(progress.get(projection.name));
            if (own.position < first - 1) {
                throw wentBack(projection.name, first - 1, own.position);
            }
            reached = Math.min(reached, Math.max(last, own.position));
            projection.rememberOnlyOwn(own);
            if (last <= own.position) {
                continue;
            }
            var wanted = new ArrayList<LoggedFact>(facts.size());
            for (LoggedFact fact : facts) {
                if (fact.position() > own.position && projection.projector.wants(fact.kind(), fact.type())) {
                    wanted.add(fact);
                }
            }
            var before = wanted.size();
            if (own.parked > 0) {
                projection.parkBehind(connection, wanted);
                marked = false;
            }
            if (!wanted.isEmpty()) {
                if (!marked) {
                    execute(connection, SAVEPOINT);
                }
                marked = false;
            }
            parked.put(projection.name, (long) (before - wanted.size() + projection.apply(connection, wanted)));
        }
        if (!parked.isEmpty()) {
            try (var move = connection.prepareStatement(MOVE)) {
                bindMove(move, 1, last, parked);
                try (var moved = move.executeQuery()) {
                    remember(moved, together, last);
                }
            }
        }
        return reached;
    }

    /**
     * As {@link #advance}, in one round trip that also commits, where memory knows all that it takes and nobody else has written
     * since: PostgreSQL looks at the second under the lock of the rows, and refuses the rest when it is not so.
     *
     * @return the position that all of them have reached; 0 when nothing was done, and {@link #advance} is to be called
     */
    static long advanceFromMemory(Connection connection, List<Projection> together, List<LoggedFact> facts)
            throws SQLException {
        var before = facts.getFirst().position() - 1;
        var last = facts.getLast().position();
        var changes = new ArrayList<Changes>(together.size());
        for (Projection projection : together) {
            var own = projection.movedBy < 0 || projection.position != before ? null : projection.changes(facts);
            if (own == null) {
                return 0;
            }
            changes.add(own);
        }
        var sql = new StringBuilder(UNCHANGED);
        for (Changes own : changes) {
            own.writes().forEach(write -> sql.append(write.sql()).append("; "));
        }
        sql.append(MOVE).append("; commit");
        try (var statement = connection.prepareStatement(sql.toString())) {
            var expected = new LinkedHashMap<String, Long>();
            together.forEach(projection -> expected.put(projection.name, projection.movedBy));
            int next = 1;
            statement.setInt(next++, together.size());
            statement.setArray(next++, names(connection, expected));
            statement.setArray(next++, names(connection, expected));
            statement.setArray(
                    next++, connection.createArrayOf("int8", expected.values().toArray()));
            statement.setLong(next++, before);
            for (Changes own : changes) {
                for (Changes.Write write : own.writes()) {
                    for (String parameter : write.parameters()) {
                        statement.setString(next++, parameter);
                    }
                }
            }
            expected.replaceAll((name, movedBy) -> 0L);
            bindMove(statement, next, last, expected);
            statement.execute();
            // the first result is that of the look, the last but one that of the move
            for (boolean rows = true; rows || statement.getUpdateCount() >= 0; rows = statement.getMoreResults()) {
                if (rows) {
                    remember(statement.getResultSet(), together, last);
                }
            }
        } catch (SQLException e) {
            if (Failures.passes(e)) {
                throw e;
            }
            connection.rollback();
            return 0;
        }
        for (int i = 0; i < changes.size(); i++) {
            changes.get(i).remembered().forEach(together.get(i).memory::keep);
        }
        return last;
    }

    /** Null when a look at the tables is needed, be it only to find out which of the facts is to be parked. */
    private @Nullable Changes changes(List<LoggedFact> facts) {
        try {
            var wanted = new ArrayList<Recorded<?>>(facts.size());
            for (LoggedFact fact : facts) {
                if (projector.wants(fact.kind(), fact.type())) {
                    wanted.add(fact.readable());
                }
            }
            return wanted.isEmpty() ? NONE : projector.changes(wanted, memory);
        } catch (RuntimeException unprojectable) {
            return null;
        }
    }

    /** What was between is projected when the processor starts again from where its projections are. */
    static TemporarilyUnavailable wentBack(String name, long from, long to) {
        return new TemporarilyUnavailable(name + " was at position " + from + " of the log and is at " + to
                + " now, as after a crash of the database: it projects again from there");
    }

    /** The position that all of them have reached; 0 when one has not begun. */
    static long lowest(Connection connection, List<Projection> together) throws SQLException {
        try (var select = connection.prepareStatement("select coalesce(min(coalesce(p.position, 0)), 0)"
                + " from unnest(?::text[]) as n(name) left join projection_progress p using (name)")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", together.stream().map(Projection::name).toArray()));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * What was remembered of the tables holds as long as nobody else has written them: another replica, a retry and a rebuild
     * write the row of the progress as well, and a transaction of ours that failed has not.
     */
    private void rememberOnlyOwn(Progress progress) {
        if (progress.movedBy != movedBy) {
            memory.forget();
        }
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
                execute(connection, RELEASE);
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

    /** Applies all that an aggregate has up to some position, whatever is projected of others; gives the number of those that were parked. */
    int applyAlone(Connection connection, List<LoggedFact> facts) throws SQLException {
        execute(connection, SAVEPOINT);
        var parked = apply(connection, facts);
        execute(connection, RELEASE);
        return parked;
    }

    /** Says that all facts up to a position have been applied or parked. */
    void beginAfter(Connection connection, long position, long parked) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into projection_progress (name, position, parked) values (?, ?, ?)")) {
            insert.setString(1, name);
            insert.setLong(2, position);
            insert.setLong(3, parked);
            insert.executeUpdate();
        }
    }

    /** Null when it went well; the lasting failure otherwise, with its effects undone. A savepoint is set before it. */
    private @Nullable Exception attempt(Connection connection, List<LoggedFact> facts) throws SQLException {
        try {
            var readable = new ArrayList<Recorded<?>>(facts.size());
            for (LoggedFact fact : facts) {
                readable.add(fact.readable());
            }
            projector.project(connection, readable, memory);
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
        lock(connection, List.of(this));
        var positions = parked(connection, stream);
        var done = 0;
        for (long position : positions) {
            execute(connection, SAVEPOINT);
            var failure = attempt(connection, List.of(read.at(position)));
            execute(connection, RELEASE);
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
                "update projection_progress set parked = parked - ?, retried = retried + ?, updated_at = now() where name = ?")) {
            update.setInt(1, done);
            update.setInt(2, done);
            update.setString(3, name);
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
        return Objects.requireNonNull(lock(connection, List.of(this)).get(name)).position;
    }

    private static Map<String, Progress> lock(Connection connection, List<Projection> together) throws SQLException {
        var names = together.stream().map(Projection::name).toArray();
        var progress = new HashMap<String, Progress>();
        try (var select = connection.prepareStatement(
                "select name, position, parked, xmin::text::bigint, " + SETTINGS + LOCKED + "; " + SAVEPOINT)) {
            select.setArray(1, connection.createArrayOf("text", names));
            select.execute();
            try (var row = select.getResultSet()) {
                while (row.next()) {
                    progress.put(row.getString(1), new Progress(row.getLong(2), row.getLong(3), row.getLong(4)));
                }
            }
        }
        if (progress.size() == names.length) {
            return progress;
        }
        try (var insert = connection.prepareStatement(
                "insert into projection_progress (name) select unnest(?::text[]) on conflict do nothing")) {
            insert.setArray(1, connection.createArrayOf("text", names));
            insert.executeUpdate();
        }
        return lock(connection, together);
    }

    private static void bindMove(PreparedStatement move, int first, long position, Map<String, Long> parked)
            throws SQLException {
        move.setLong(first, position);
        move.setArray(first + 1, names(move.getConnection(), parked));
        move.setArray(
                first + 2,
                move.getConnection().createArrayOf("int8", parked.values().toArray()));
    }

    private static Array names(Connection connection, Map<String, Long> byName) throws SQLException {
        return connection.createArrayOf("text", byName.keySet().toArray());
    }

    /** What has moved each of them: the transaction, or the part of it since the last savepoint. */
    private static void remember(ResultSet moved, List<Projection> together, long position) throws SQLException {
        if (moved.getMetaData().getColumnCount() != MOVED_COLUMNS) {
            return;
        }
        while (moved.next()) {
            for (Projection projection : together) {
                if (projection.name.equals(moved.getString(1))) {
                    projection.movedBy = moved.getLong(2);
                    projection.position = position;
                }
            }
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
