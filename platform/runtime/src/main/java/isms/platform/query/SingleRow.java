package isms.platform.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import isms.platform.readmodel.RowMapping;
import isms.platform.readmodel.VersionedRow;
import jakarta.inject.Singleton;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one version of one row, which is what clients do most. Its four statements (begin, name the organization, select,
 * commit) are sent one behind the other without waiting in between: one round trip to the database instead of four.
 */
@Singleton
class SingleRow {

    private final Pool database;
    private final ObjectMapper json;
    private final Map<Class<?>, Shape<?>> shapes = new ConcurrentHashMap<>();

    /** How rows of a class are found and read. */
    private record Shape<R extends VersionedRow>(String table, RowMapping<R> mapping) {

        static <R extends VersionedRow> Shape<R> of(Class<R> rows, ObjectMapper json) {
            return new Shape<>(rows.getAnnotation(Table.class).name(), new RowMapping<>(rows, json));
        }

        String select(boolean byId, @Nullable Instant moment, Timeline timeline) {
            String version = moment == null
                    // a constant, not a parameter: only so can a prepared statement use the index over current rows
                    ? "valid_to = '" + VersionedRow.OPEN_END + "'"
                    : switch (timeline) {
                        case RECORDED -> "valid_from <= $3 and valid_to > $3";
                        case STATED -> "stated_from <= $3 and stated_to > $3 and valid_to > $3";
                    };
            return "select to_json(r)::text from " + table + " r where tenant = $1 and "
                    // the number of a key is what an index knows
                    + (byId ? "id = $2" : "number = substring($2 from '[0-9]{1,18}$')::bigint and key = $2") + " and "
                    + version;
        }
    }

    SingleRow(Pool database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * @param idOrKey the id, or the key that people use, in any case
     * @param moment null for the current version
     * @return null when the organization has no such row, or had none then
     */
    <R extends VersionedRow> Uni<@Nullable R> find(
            Class<R> rows, String tenant, String idOrKey, @Nullable Instant moment, Timeline timeline) {
        Shape<R> shape = shape(rows);
        UUID id = id(idOrKey);
        Tuple parameters = Tuple.of(tenant, id == null ? idOrKey.toUpperCase(Locale.ROOT) : id);
        if (moment != null) {
            parameters.addValue(moment.atOffset(ZoneOffset.UTC));
        }
        String select = shape.select(id != null, moment, timeline);
        return database.withConnection(connection -> Uni.combine()
                .all()
                .unis(
                        connection.query("begin").execute(),
                        connection
                                .preparedQuery("select set_config('isms.tenant', $1, true)")
                                .execute(Tuple.of(tenant)),
                        connection.preparedQuery(select).execute(parameters),
                        connection.query("commit").execute())
                .collectFailures()
                .with((begun, named, found, committed) -> read(shape, found)));
    }

    private static <R extends VersionedRow> @Nullable R read(Shape<R> shape, RowSet<Row> found) {
        var rows = found.iterator();
        return rows.hasNext() ? shape.mapping.read(rows.next().getString(0)) : null;
    }

    @SuppressWarnings("unchecked")
    private <R extends VersionedRow> Shape<R> shape(Class<R> rows) {
        return (Shape<R>) shapes.computeIfAbsent(rows, unknown -> Shape.of(rows, json));
    }

    /** The id; null when it is a key. */
    static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException key) {
            return null;
        }
    }
}
