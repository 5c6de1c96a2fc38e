package isms.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * What PostgreSQL does by itself: each caller has a connection and commits one row at a time into the same table with the
 * same indexes, prepared, in one round trip. Positions come from a sequence, so that callers wait for nothing but the disk;
 * there is no version check, no batch and no hash.
 */
final class SingleRowCommits implements Side {

    private static final String INSERT = """
            insert into event_log (position, tenant, tenant_position, kind, aggregate, number, version, event_id, type,
                revision, recorded_at, stated_at, actor, roles, correlation, causation, trace_id, clauses, reason, payload,
                leaf_hash)
            select p, ?, p, ?, ?, ?, ?, ?, ?, 1, now(), null, ?, ?, ?, ?, ?, ?, null, ?, ?
              from nextval('single_row_position') p
            """;

    /** Held until the commit, so that positions become visible in their order. */
    private static final String LOCK = "select pg_advisory_xact_lock(471); ";

    private final DataSource database;
    private final boolean inOrder;

    /**
     * @param owner connections that may create the sequence
     * @param inOrder whether each takes a lock, as a log without a writer of its own needs for readers to miss nothing
     */
    SingleRowCommits(DataSource database, Connection owner, boolean inOrder) throws SQLException {
        this.database = database;
        this.inOrder = inOrder;
        try (var statement = owner.createStatement()) {
            statement.execute("create sequence single_row_position cache 1");
            statement.execute("grant usage on sequence single_row_position to public");
        }
    }

    @Override
    public String name() {
        return inOrder ? "locked-single-row-commits" : "single-row-commits";
    }

    @Override
    public Caller caller(int index) throws SQLException {
        var connection = database.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
        }
        var insert = connection.prepareStatement(inOrder ? LOCK + INSERT : INSERT);
        insert.setString(1, Sample.TENANT);
        insert.setString(2, Sample.KIND);
        insert.setString(7, Sample.TYPE);
        insert.setString(8, Sample.ACTOR);
        insert.setArray(9, connection.createArrayOf("text", Sample.ROLES.toArray()));
        insert.setString(12, "4bf92f3577b34da6a3ce929d0e0e4736");
        insert.setArray(13, connection.createArrayOf("text", Sample.CLAUSES.toArray()));
        insert.setBytes(14, Sample.PAYLOAD);
        var hash = new byte[32];
        ThreadLocalRandom.current().nextBytes(hash);
        insert.setBytes(15, hash);
        return new Commit(connection, insert);
    }

    private static final class Commit implements Caller {
        private final Connection connection;
        private final PreparedStatement insert;
        private UUID aggregate = UuidCreator.getTimeOrderedEpochFast();
        private long version;

        Commit(Connection connection, PreparedStatement insert) {
            this.connection = connection;
            this.insert = insert;
        }

        @Override
        public void call() throws SQLException {
            if (version == 2) {
                aggregate = UuidCreator.getTimeOrderedEpochFast();
                version = 0;
            }
            version++;
            var cause = UuidCreator.getTimeOrderedEpochFast();
            insert.setObject(3, aggregate);
            // a number of its own, as every aggregate has one
            insert.setLong(4, aggregate.getLeastSignificantBits() & Long.MAX_VALUE);
            insert.setLong(5, version);
            insert.setObject(6, UuidCreator.getTimeOrderedEpochFast());
            insert.setObject(10, cause);
            insert.setObject(11, cause);
            insert.execute();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    @Override
    public void close() {}
}
