package isms.platform.eventstore;

import isms.platform.eventstore.Append.AnsweredBefore;
import isms.platform.eventstore.Heads.Head;
import isms.platform.eventstore.Heads.KeyHit;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one batch. Those of one string travel together and cost one round trip, however many commands share
 * them; the server gives each a snapshot of its own when its turn comes, so that what is read after the lock was taken is
 * what the batch before has left.
 */
final class BatchTransaction {

    /** Any number will do, as long as nothing else in the database locks it. */
    private static final long LOCK = 0x15_15_10_67L;

    private static final String LOCK_STATEMENT = "select pg_advisory_xact_lock(" + LOCK + ")";

    private static final String LOCK_AND_HEADS = LOCK_STATEMENT + ";" + """
            select 'log', 0::bigint, l.position, 0::bigint, null::text, null::text, null::uuid, false, l.recorded_at
              from (select position, recorded_at from event_log order by position desc limit 1) l
            union all
            select 'stream', s.i, h.version, h.number, null, null, null, false, null
              from unnest(?::text[], ?::text[], ?::uuid[]) with ordinality s(tenant, kind, aggregate, i)
             cross join lateral (select e.version, e.number from event_log e
                     where e.aggregate = s.aggregate and e.kind = s.kind and e.tenant = s.tenant
                     order by e.version desc limit 1) h
            union all
            select 'tenant', 0, h.tenant_position, 0, t.tenant, null, null, false, null
              from unnest(?::text[]) t(tenant)
             cross join lateral (select e.tenant_position from event_log e where e.tenant = t.tenant
                     order by e.tenant_position desc limit 1) h
            union all
            select 'number', 0, h.number, 0, n.tenant, n.kind, null, false, null
              from unnest(?::text[], ?::text[]) n(tenant, kind)
             cross join lateral (select e.number from event_log e
                     where e.tenant = n.tenant and e.kind = n.kind and e.version = 1
                     order by e.number desc limit 1) h
            union all
            select 'key', k.i, c.version, c.position, c.request_hash, null, c.aggregate, c.created, null
              from unnest(?::text[], ?::text[]) with ordinality k(tenant, key, i)
             cross join lateral (select * from command_idempotency c where c.tenant = k.tenant and c.key = k.key limit 1) c
            """;

    private static final String INSERT_FACTS = """
            insert into event_log (position, tenant, tenant_position, kind, aggregate, number, version, event_id, type,
                revision, recorded_at, stated_at, actor, roles, correlation, causation, trace_id, clauses, reason, payload,
                leaf_hash)
            select f.position, f.tenant, f.tenant_position, f.kind, f.aggregate, f.number, f.version, f.event_id, f.type,
                f.revision, ?, f.stated_at::timestamptz, f.actor, f.roles::text[], f.correlation,
                f.causation, f.trace_id, f.clauses::text[], f.reason, f.payload, f.leaf_hash
              from unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::uuid[], ?::bigint[], ?::bigint[], ?::uuid[],
                ?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[],
                ?::text[], ?::bytea[], ?::bytea[])
                as f(position, tenant, tenant_position, kind, aggregate, number, version, event_id, type, revision,
                stated_at, actor, roles, correlation, causation, trace_id, clauses, reason, payload, leaf_hash)
             where ? = coalesce((select position from event_log order by position desc limit 1), 0)
            """;

    private static final String INSERT_FACTS_AND_KEYS = "with facts as (" + INSERT_FACTS + """
            )
            insert into command_idempotency (tenant, key, request_hash, kind, aggregate, version, position, created,
                recorded_at)
            select k.tenant, k.key, k.request_hash, k.kind, k.aggregate, k.version, k.position, k.created, ?
              from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::bigint[], ?::boolean[])
                as k(tenant, key, request_hash, kind, aggregate, version, position, created)
             where ? = coalesce((select position from event_log order by position desc limit 1), 0)
            """;

    private static final String WRITE_FACTS = LOCK_STATEMENT + ";" + INSERT_FACTS + "; commit";

    private static final String WRITE_FACTS_AND_KEYS = LOCK_STATEMENT + ";" + INSERT_FACTS_AND_KEYS + "; commit";

    private final Connection connection;

    BatchTransaction(Connection connection) {
        this.connection = connection;
    }

    /**
     * Readies a fresh connection: READ COMMITTED; plans that do not forget the indexes while the tables are small, and are
     * made once: planning a batch anew costs more than carrying it out.
     */
    static void prepare(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        try (var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off; set plan_cache_mode = force_generic_plan");
        }
        connection.setAutoCommit(false);
    }

    /** Takes the lock, which must be a statement of its own, and reads what the batch touches. */
    Heads lockAndReadHeads(List<Append> batch) throws SQLException {
        var streams = new LinkedHashSet<StreamId>();
        var tenants = new LinkedHashSet<String>();
        var kinds = new LinkedHashSet<List<String>>();
        for (var append : batch) {
            streams.add(new StreamId(append.tenant(), append.kind(), append.aggregate()));
            append.grounds().forEach(ground -> streams.add(ground.stream()));
            tenants.add(append.tenant());
            if (append.expectedVersion() == 0) {
                kinds.add(List.of(append.tenant(), append.kind()));
            }
        }
        var streamList = List.copyOf(streams);
        var keyed =
                batch.stream().filter(append -> append.idempotency() != null).toList();
        var heads = new Heads();
        try (var query = connection.prepareStatement(LOCK_AND_HEADS)) {
            var bind = new Binding(query);
            bind.texts(streamList, StreamId::tenant);
            bind.texts(streamList, StreamId::kind);
            bind.uuids(streamList, StreamId::aggregate);
            bind.texts(tenants, Function.identity());
            bind.texts(kinds, List::getFirst);
            bind.texts(kinds, List::getLast);
            bind.texts(keyed, Append::tenant);
            bind.texts(keyed, append -> keyOf(append));
            query.execute();
            query.getMoreResults();
            try (var row = query.getResultSet()) {
                while (row.next()) {
                    int index = row.getInt(2) - 1;
                    switch (row.getString(1)) {
                        case "log" -> {
                            heads.position = row.getLong(3);
                            heads.recordedAt =
                                    row.getObject(9, OffsetDateTime.class).toInstant();
                        }
                        case "stream" ->
                            heads.streams.put(streamList.get(index), new Head(row.getLong(3), row.getLong(4)));
                        case "tenant" -> heads.tenantPositions.put(row.getString(5), row.getLong(3));
                        case "number" ->
                            heads.numbers.put(Heads.numberOf(row.getString(5), row.getString(6)), row.getLong(3));
                        default ->
                            heads.keys.put(
                                    Heads.keyOf(keyed.get(index).tenant(), keyOf(keyed.get(index))),
                                    new KeyHit(
                                            row.getString(5),
                                            new AnsweredBefore(
                                                    row.getObject(7, UUID.class),
                                                    row.getLong(3),
                                                    row.getLong(4),
                                                    row.getBoolean(8))));
                    }
                }
            }
        }
        return heads;
    }

    private static String keyOf(Append append) {
        var key = append.idempotency();
        return key == null ? "" : key.key();
    }

    /**
     * Writes and commits: all of the plan, or nothing.
     *
     * @return false when the log was not at the position that the plan was made for; nothing was written then
     */
    boolean write(BatchPlan plan) throws SQLException {
        var rows = plan.rows();
        var keys = plan.remembered();
        var recordedAt = plan.recordedAt().atOffset(ZoneOffset.UTC);
        try (var insert = connection.prepareStatement(keys.isEmpty() ? WRITE_FACTS : WRITE_FACTS_AND_KEYS)) {
            var bind = new Binding(insert);
            bind.moment(recordedAt);
            bind.numbers(rows, LogRow::position);
            bind.texts(rows, LogRow::tenant);
            bind.numbers(rows, LogRow::tenantPosition);
            bind.texts(rows, LogRow::kind);
            bind.uuids(rows, LogRow::aggregate);
            bind.numbers(rows, LogRow::number);
            bind.numbers(rows, LogRow::version);
            bind.uuids(rows, LogRow::eventId);
            bind.texts(rows, LogRow::type);
            bind.array("int4", rows, LogRow::revision, Integer[]::new);
            bind.texts(
                    rows, row -> row.statedAt() == null ? null : row.statedAt().toString());
            bind.texts(rows, LogRow::actor);
            bind.texts(rows, row -> literal(row.roles()));
            bind.uuids(rows, LogRow::correlation);
            bind.uuids(rows, LogRow::causation);
            bind.texts(rows, LogRow::traceId);
            bind.texts(rows, row -> literal(row.clauses()));
            bind.texts(rows, LogRow::reason);
            bind.array("bytea", rows, LogRow::payload, byte[][]::new);
            bind.array("bytea", rows, LeafHash::of, byte[][]::new);
            bind.number(plan.before());
            if (!keys.isEmpty()) {
                bind.moment(recordedAt);
                bind.texts(keys, key -> key.tenant());
                bind.texts(keys, key -> key.key().key());
                bind.texts(keys, key -> key.key().requestHash());
                bind.texts(keys, key -> key.stream().kind());
                bind.uuids(keys, key -> key.stream().aggregate());
                bind.numbers(keys, key -> key.answer().version());
                bind.numbers(keys, key -> key.answer().position());
                bind.array("bool", keys, key -> key.answer().created(), Boolean[]::new);
                bind.number(plan.before());
            }
            insert.execute();
            insert.getMoreResults();
            return insert.getUpdateCount() > 0;
        }
    }

    /** A list inside of an array travels as text, because PostgreSQL's unnest would flatten nested arrays. */
    private static String literal(List<String> texts) {
        var literal = new StringBuilder("{");
        for (var text : texts) {
            literal.append(literal.length() == 1 ? "\"" : ",\"");
            literal.append(text.replace("\\", "\\\\").replace("\"", "\\\""));
            literal.append('"');
        }
        return literal.append('}').toString();
    }

    /**
     * Whether a batch whose commit was not answered is in the log: all of it is, or nothing. Takes the lock first, which a
     * commit that is still running holds.
     */
    boolean lockedContains(BatchPlan plan) throws SQLException {
        var first = plan.rows().getFirst();
        try (var statement = connection.prepareStatement(LOCK_STATEMENT)) {
            statement.execute();
        }
        try (var query = connection.prepareStatement("select 1 from event_log where position = ? and event_id = ?")) {
            query.setLong(1, first.position());
            query.setObject(2, first.eventId());
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    /** Binds parameters one after the other, a column of the batch as one array. */
    private final class Binding {

        private final PreparedStatement statement;
        private int next = 1;

        Binding(PreparedStatement statement) {
            this.statement = statement;
        }

        void moment(OffsetDateTime value) throws SQLException {
            statement.setObject(next++, value);
        }

        void number(long value) throws SQLException {
            statement.setLong(next++, value);
        }

        <T> void texts(Collection<T> items, Function<T, @Nullable String> value) throws SQLException {
            array("text", items, value, String[]::new);
        }

        <T> void uuids(Collection<T> items, Function<T, UUID> value) throws SQLException {
            array("uuid", items, value, UUID[]::new);
        }

        <T> void numbers(Collection<T> items, Function<T, Long> value) throws SQLException {
            array("int8", items, value, Long[]::new);
        }

        <T, V> void array(
                String type,
                Collection<T> items,
                Function<T, ? extends @Nullable V> value,
                java.util.function.IntFunction<V[]> array)
                throws SQLException {
            Array bound =
                    connection.createArrayOf(type, items.stream().map(value).toArray(array));
            statement.setArray(next++, bound);
            bound.free();
        }
    }
}
