package isms.platform.projection;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Recorded;
import isms.platform.readmodel.CopyLines;
import isms.platform.readmodel.Representations;
import isms.platform.readmodel.RowMapping;
import isms.platform.readmodel.VersionedRow;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every version of every aggregate of one type as a row, folded by {@link AggregateType#represent}. A service says
 * no more than
 *
 * <pre>{@code
 * @Singleton
 * class RiskRegisterProjection extends AggregateProjection<RiskRegisterEntry> {
 *     RiskRegisterProjection(RiskAggregate type) {
 *         super("risk-register", type, RiskRegisterEntry.class, "risk_register");
 *     }
 * }
 * }</pre>
 *
 * and, in a migration,
 *
 * <pre>{@code
 * create table risk_register (like versioned_row including all, title text not null, rating jsonb, ...);
 * select versioned_read_model('risk_register');
 * }</pre>
 *
 * <p>{@code versioned_row} brings the columns of {@link VersionedRow} with {@code position} as primary key;
 * {@code versioned_read_model} adds row-level security, rights and the indexes that every such table needs: one current row
 * an aggregate ({@code valid_to = '9999-12-31T00:00:00Z'}), its versions, the list of a tenant at a moment. Further indexes
 * are the service's. Views, foreign keys and triggers on the table are not carried over by a rebuild: have none.
 *
 * <p>A column per field of the entity, in snake_case ({@code @Column(name)} is honoured), {@code jsonb} for nested values,
 * {@code text} for enums (by constant name) and text, arrays for lists where the table says so. Columns that are generated
 * are left alone; a field without a column is refused at the first fact.
 *
 * <p>Two facts of one command carry the same moment: the first of them makes a version of no length, which no
 * {@code valid_from <= t and t < valid_to} finds, and which the history still shows.
 */
public abstract class AggregateProjection<R extends VersionedRow> implements Projector {

    private static final String END = "update %s t set valid_to = e.valid_to, stated_to = e.stated_to"
            + " from jsonb_to_recordset(?::jsonb) as e(position bigint, valid_to timestamptz, stated_to timestamptz)"
            + " where t.position = e.position; ";

    private record Key(String tenant, UUID aggregate) {}

    private final String name;
    private final AggregateType<?, ?, R> type;
    private final Class<R> row;
    private final String table;

    private @Nullable RowMapping<R> mapping;
    private volatile @Nullable String insert;
    private final ByAggregate byAggregate = new WholeAggregates();

    /**
     * @param name see {@link Projector#name()}
     * @param type whose facts it folds
     * @param row the entity of the table
     * @param table without schema, in snake_case
     */
    protected AggregateProjection(String name, AggregateType<?, ?, R> type, Class<R> row, String table) {
        this.name = name;
        this.type = type;
        this.row = row;
        this.table = table;
    }

    @Inject
    void writeWith(ObjectMapper json) {
        mapping = new RowMapping<>(row, json);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean wants(String kind, String factType) {
        return kind.equals(type.kind());
    }

    @Override
    public final List<String> tables() {
        return List.of(table);
    }

    @Override
    public final void project(Connection connection, List<Recorded<?>> facts, Memory memory) throws SQLException {
        Map<Key, R> current = current(connection, facts, memory);
        Versions<R> versions = fold(facts, current);
        if (versions.opened.isEmpty()) {
            return;
        }
        Changes.Write write = write(versions, insert(connection));
        try (var statement = connection.prepareStatement(write.sql())) {
            for (int i = 0; i < write.parameters().size(); i++) {
                statement.setString(i + 1, write.parameters().get(i));
            }
            statement.execute();
        }
        current.forEach(memory::keep);
    }

    @Override
    public final @Nullable Changes changes(List<Recorded<?>> facts, Memory memory) {
        var statement = insert;
        if (statement == null) {
            return null;
        }
        Map<Key, R> current = new HashMap<>();
        Set<Key> unknown = remembered(facts, memory, current);
        for (Recorded<?> fact : facts) {
            // whoever begins here has no row yet
            if (unknown.remove(new Key(fact.tenant(), fact.aggregate())) && fact.version() > 1) {
                return null;
            }
        }
        Versions<R> versions = fold(facts, current);
        return new Changes(versions.opened.isEmpty() ? List.of() : List.of(write(versions, statement)), current);
    }

    @Override
    public final ByAggregate byAggregate() {
        return byAggregate;
    }

    private final class WholeAggregates implements ByAggregate {

        private volatile @Nullable CopyLines<R> lines;

        @Override
        public String kind() {
            return type.kind();
        }

        @Override
        public String copy(Connection connection) throws SQLException {
            var columns = columns(connection);
            lines = new CopyLines<>(mapping(), columns);
            return "copy %s (%s) from stdin".formatted(table, quoted(mapping().columns()));
        }

        @Override
        public void append(StringBuilder to, List<Recorded<?>> facts) {
            Objects.requireNonNull(lines, "copy() comes first").append(to, fold(facts, new HashMap<>()).opened);
        }
    }

    /** The versions that come to their end, and those that begin. */
    private record Versions<R>(List<R> ended, List<R> opened) {}

    /** Also moves the current rows on. */
    private Versions<R> fold(List<Recorded<?>> facts, Map<Key, R> current) {
        Set<R> stored = Collections.newSetFromMap(new IdentityHashMap<>());
        stored.addAll(current.values());
        var versions = new Versions<R>(new ArrayList<>(), new ArrayList<>());
        for (Recorded<?> fact : facts) {
            var key = new Key(fact.tenant(), fact.aggregate());
            R before = current.get(key);
            if (before != null && fact.position() <= before.position) {
                continue;
            }
            R next = represent(type, before, fact);
            if (before != null) {
                before.validTo = next.validFrom;
                before.statedTo = next.statedFrom;
                if (stored.remove(before)) {
                    versions.ended.add(before);
                }
            }
            versions.opened.add(next);
            current.put(key, next);
        }
        return versions;
    }

    @SuppressWarnings("unchecked") // wants() lets in the facts of this type only
    private static <E, R extends VersionedRow> R represent(
            AggregateType<?, E, R> type, @Nullable R before, Recorded<?> fact) {
        return Representations.fold(type, before, (Recorded<E>) fact);
    }

    private Map<Key, R> current(Connection connection, List<Recorded<?>> facts, Memory memory) throws SQLException {
        var rows = new HashMap<Key, R>();
        var keys = remembered(facts, memory, rows);
        if (keys.isEmpty()) {
            return rows;
        }
        // The literal lets every plan use the partial index of the current rows.
        try (var select = connection.prepareStatement("select to_jsonb(t) from " + table
                + " t join unnest(?::text[], ?::uuid[]) as k(tenant, id) using (tenant, id)"
                + " where t.valid_to = '9999-12-31T00:00:00Z'")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", keys.stream().map(Key::tenant).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", keys.stream().map(Key::aggregate).toArray()));
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    R found = mapping().read(result.getString(1));
                    rows.put(new Key(found.tenant, found.id), found);
                }
            }
        }
        return rows;
    }

    /** Finds the current rows that memory knows; gives those whose row it does not know. */
    private Set<Key> remembered(List<Recorded<?>> facts, Memory memory, Map<Key, R> rows) {
        var unknown = new HashSet<Key>();
        for (Recorded<?> fact : facts) {
            var key = new Key(fact.tenant(), fact.aggregate());
            if (rows.containsKey(key) || unknown.contains(key)) {
                continue;
            }
            var remembered = memory.find(key, row);
            if (remembered != null) {
                // what becomes of it in a transaction that fails must not be remembered
                rows.put(key, row.cast(remembered.clone()));
            } else {
                unknown.add(key);
            }
        }
        return unknown;
    }

    /** Ends the versions that were current and opens the new ones, in one round trip. */
    private Changes.Write write(Versions<R> versions, String insertion) {
        ArrayNode ends = JsonNodeFactory.instance.arrayNode(versions.ended.size());
        versions.ended.forEach(version -> ends.addObject()
                .put("position", version.position)
                .put("valid_to", version.validTo.toString())
                .put("stated_to", version.statedTo.toString()));
        String opens = mapping().write(versions.opened);
        return versions.ended.isEmpty()
                ? new Changes.Write(insertion, List.of(opens))
                : new Changes.Write(END.formatted(table) + insertion, List.of(ends.toString(), opens));
    }

    private String insert(Connection connection) throws SQLException {
        if (insert == null) {
            columns(connection);
            var list = quoted(mapping().columns());
            insert = "insert into %s (%s) select %s from jsonb_populate_recordset(null::%s, ?::jsonb)"
                    .formatted(table, list, list, table);
        }
        return insert;
    }

    /** The types of the columns that can be written, of which there is one for each field. */
    private Map<String, String> columns(Connection connection) throws SQLException {
        var types = new HashMap<String, String>();
        try (var select = connection.prepareStatement("select attname, atttypid::regtype::text from pg_attribute"
                + " where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''")) {
            select.setString(1, table);
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    types.put(result.getString(1), result.getString(2));
                }
            }
        }
        var missing = mapping().columns().stream()
                .filter(column -> !types.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    row.getName() + " has fields without a column in " + table + ": " + missing);
        }
        return types;
    }

    private static String quoted(List<String> columns) {
        return "\"" + String.join("\", \"", columns) + "\"";
    }

    private RowMapping<R> mapping() {
        if (mapping == null) {
            throw new IllegalStateException("not a bean: " + getClass().getName());
        }
        return mapping;
    }
}
