package isms.control.statementregister;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import isms.control.statement.Line;
import isms.control.statement.Lines;
import isms.control.statement.StatementEvent;
import isms.control.statement.StatementEvent.StatementVersionStarted;
import isms.control.statement.StatementType;
import isms.platform.decider.Recorded;
import isms.platform.projection.Memory;
import isms.platform.projection.Projector;
import isms.platform.readmodel.RowMapping;
import isms.platform.readmodel.VersionedRow;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every version of every line of every version of a statement: a fact that changes some lines ends their rows and opens others.
 * The lines of a version stay as they are once another is begun.
 */
@Singleton
public class LineProjection implements Projector {

    /** One fact makes several rows, each of which needs a position of its own: that of the fact times this, and its place. */
    static final long ROWS_OF_A_FACT = 10_000;

    private static final String TABLE = "statement_line";

    private static final String CURRENT = """
            select to_jsonb(t) from statement_line t
            where tenant = ? and statement_id = ? and valid_to = '9999-12-31T00:00:00Z' and statement_version =
                (select max(statement_version) from statement_line
                 where tenant = ? and statement_id = ? and valid_to = '9999-12-31T00:00:00Z')
            order by number""";

    private static final String END = """
            update statement_line t set valid_to = e.valid_to, stated_to = e.stated_to
            from jsonb_to_recordset(?::jsonb) as e(position bigint, valid_to timestamptz, stated_to timestamptz)
            where t.position = e.position""";

    private final StatementType type;
    private final RowMapping<StatementLine> mapping;
    private final String insert;

    LineProjection(StatementType type, ObjectMapper json) {
        this.type = type;
        this.mapping = new RowMapping<>(StatementLine.class, json);
        String columns = "\"" + String.join("\", \"", mapping.columns()) + "\"";
        this.insert =
                "insert into statement_line (%s) select %s from jsonb_populate_recordset(null::statement_line, ?::jsonb)"
                        .formatted(columns, columns);
    }

    @Override
    public String name() {
        return "statement-lines";
    }

    @Override
    public boolean wants(String kind, String factType) {
        return kind.equals(type.kind());
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    private record Key(String tenant, UUID statement) {}

    /** The rows of the latest version by their references. */
    private record Shown(int version, SequencedMap<String, StatementLine> rows) {

        Lines lines() {
            return Lines.of(rows.values().stream().map(StatementLine::line).toList());
        }
    }

    @Override
    public void project(Connection connection, List<Recorded<?>> facts, Memory memory) throws SQLException {
        Map<Key, Shown> latest = new LinkedHashMap<>();
        for (Recorded<?> fact : facts) {
            Key key = new Key(fact.tenant(), fact.aggregate());
            Shown before = latest.get(key);
            if (before == null) {
                before = read(connection, key);
            }
            latest.put(key, after(connection, before, fact));
        }
    }

    private Shown read(Connection connection, Key key) throws SQLException {
        SequencedMap<String, StatementLine> rows = new LinkedHashMap<>();
        int version = 1;
        try (var select = connection.prepareStatement(CURRENT)) {
            select.setString(1, key.tenant());
            select.setObject(2, key.statement());
            select.setString(3, key.tenant());
            select.setObject(4, key.statement());
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    StatementLine row = mapping.read(found.getString(1));
                    rows.put(row.reference, row);
                    version = row.statementVersion;
                }
            }
        }
        return new Shown(version, rows);
    }

    private Shown after(Connection connection, Shown before, Recorded<?> fact) throws SQLException {
        StatementEvent event = (StatementEvent) fact.event();
        Lines lines = before.lines().after(event);
        boolean another = event instanceof StatementVersionStarted;
        int version = event instanceof StatementVersionStarted started ? started.version() : before.version();
        SequencedMap<String, StatementLine> rows = new LinkedHashMap<>();
        List<StatementLine> ended = new ArrayList<>();
        List<StatementLine> opened = new ArrayList<>();
        long last = before.rows().values().stream()
                .mapToLong(row -> row.number)
                .max()
                .orElse(0);
        for (Line line : lines.all()) {
            StatementLine former = before.rows().get(line.reference());
            if (former != null && !another && former.line().equals(line)) {
                rows.put(line.reference(), former);
                continue;
            }
            StatementLine row = row(line, former, fact, version, opened.size());
            row.number = former == null ? ++last : former.number;
            if (former != null && !another) {
                ended.add(former);
            }
            opened.add(row);
            rows.put(line.reference(), row);
        }
        if (!another) {
            before.rows().values().stream()
                    .filter(row -> lines.line(row.reference) == null)
                    .forEach(ended::add);
        }
        write(connection, fact, ended, opened);
        return new Shown(version, rows);
    }

    private static StatementLine row(
            Line line, @Nullable StatementLine former, Recorded<?> fact, int version, int place) {
        StatementLine row = former == null ? new StatementLine() : (StatementLine) former.clone();
        boolean decided = former == null || !Objects.equals(former.line().decision(), line.decision());
        row.show(line, decided ? fact.effectiveAt() : null);
        row.position = fact.position() * ROWS_OF_A_FACT + place;
        row.tenant = fact.tenant();
        row.statementId = fact.aggregate();
        row.statementVersion = version;
        row.id = StatementLine.id(fact.aggregate(), version, line.reference());
        row.version = fact.version();
        row.createdAt = former == null || former.statementVersion != version ? fact.effectiveAt() : former.createdAt;
        row.updatedAt = fact.effectiveAt();
        row.imported = fact.statedAt() != null;
        row.validFrom = fact.recordedAt();
        row.validTo = VersionedRow.OPEN_END;
        row.statedFrom = fact.effectiveAt();
        row.statedTo = VersionedRow.OPEN_END;
        return row;
    }

    private void write(Connection connection, Recorded<?> fact, List<StatementLine> ended, List<StatementLine> opened)
            throws SQLException {
        if (!ended.isEmpty()) {
            ArrayNode ends = JsonNodeFactory.instance.arrayNode(ended.size());
            ended.forEach(row -> ends.addObject()
                    .put("position", row.position)
                    .put("valid_to", fact.recordedAt().toString())
                    .put("stated_to", fact.effectiveAt().toString()));
            execute(connection, END, ends.toString());
        }
        if (!opened.isEmpty()) {
            execute(connection, insert, mapping.write(opened));
        }
    }

    private static void execute(Connection connection, String sql, String rows) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, rows);
            statement.executeUpdate();
        }
    }
}
