package isms.platform.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows put where a projection would put them, so that questions can be tested on known answers. */
final class ThingRows {

    private static final String OPEN_END = "9999-12-31T00:00:00Z";

    private ThingRows() {}

    static void clear(String tenant) throws SQLException {
        try (Connection writer = IsmsInfrastructure.as("thing", "writer");
                var delete = writer.prepareStatement("delete from thing where tenant = ?")) {
            delete.setString(1, tenant);
            delete.executeUpdate();
        }
    }

    static UUID current(String tenant, int number, String title, @Nullable Integer level, String status)
            throws SQLException {
        UUID id = new UUID(tenant.hashCode(), number);
        version(tenant, id, number, 1, title, level, status, "2026-01-01T00:00:00Z", OPEN_END, "2026-01-01T00:00:00Z");
        return id;
    }

    static void version(
            String tenant,
            UUID id,
            int number,
            int version,
            String title,
            @Nullable Integer level,
            String status,
            String from,
            String to,
            String statedFrom)
            throws SQLException {
        try (Connection writer = IsmsInfrastructure.as("thing", "writer");
                var insert = writer.prepareStatement("""
                        insert into thing (position, tenant, id, key, number, version, created_at, updated_at, imported,
                            valid_from, valid_to, stated_from, stated_to, title, note, owner, status, level, score, due_on,
                            tags, place)
                        values ((select coalesce(max(position), 1000000) + 1 from thing where position > 1000000), ?, ?, ?, ?, ?,
                            now(), now(), false, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?, ?, ?, ?, ?,
                            12.50, '2026-06-30', '["water", "heat"]', '{"site": "North", "floor": 2}')
                        """)) {
            insert.setString(1, tenant);
            insert.setObject(2, id);
            insert.setString(3, "THING-" + number);
            insert.setInt(4, number);
            insert.setInt(5, version);
            insert.setString(6, from);
            insert.setString(7, to);
            insert.setString(8, statedFrom);
            insert.setString(9, to);
            insert.setString(10, title);
            insert.setString(11, number % 2 == 0 ? "=HYPERLINK(\"evil\")" : null);
            insert.setString(12, number % 3 == 0 ? "kim" : "lee");
            insert.setString(13, status);
            insert.setObject(14, level);
            insert.executeUpdate();
        }
    }

    /** Many current rows at once, with texts that are worth something. */
    static void many(String tenant, int count) throws SQLException {
        try (Connection writer = IsmsInfrastructure.as("thing", "writer");
                var insert = writer.prepareStatement("""
                        insert into thing (position, tenant, id, key, number, version, created_at, updated_at, imported,
                            valid_from, valid_to, stated_from, stated_to, title, note, owner, status, level, score, due_on,
                            tags, place)
                        select (select coalesce(max(position), 1000000) from thing where position > 1000000) + n, ?,
                            gen_random_uuid(), 'THING-' || n, n, 1, now(), now(), false, now(), '9999-12-31T00:00:00Z', now(),
                            '9999-12-31T00:00:00Z', 'Thing number ' || n, repeat('A long note. ', 40), 'kim', 'OPEN', n % 5,
                            12.50, '2026-06-30', '["water"]', '{"site": "North", "floor": 2}'
                        from generate_series(1, ?) n
                        """)) {
            insert.setString(1, tenant);
            insert.setInt(2, count);
            insert.executeUpdate();
        }
    }
}
