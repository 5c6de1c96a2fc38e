package isms.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the database server says about its settings. */
final class Durability {

    private static final List<String> REQUIRED = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final List<String> TOLD = List.of(
            "server_version",
            "fsync",
            "synchronous_commit",
            "full_page_writes",
            "wal_sync_method",
            "wal_level",
            "wal_buffers",
            "commit_delay",
            "shared_buffers",
            "min_wal_size",
            "max_wal_size",
            "checkpoint_timeout",
            "max_connections",
            "jit");

    private Durability() {}

    /**
     * The settings that matter, for the record.
     *
     * @throws IllegalStateException when a commit would not survive a power cut: such figures mean nothing
     */
    static Map<String, String> required(Connection server) throws SQLException {
        var settings = settings(server);
        var off = REQUIRED.stream()
                .filter(name -> !"on".equals(settings.get(name)))
                .toList();
        if (!off.isEmpty()) {
            throw new IllegalStateException(
                    "the database is not durable: " + off + " must be on. Nothing is measured on it.");
        }
        return settings;
    }

    private static Map<String, String> settings(Connection server) throws SQLException {
        var settings = new TreeMap<String, String>();
        try (var query =
                server.prepareStatement("select name, current_setting(name) from pg_settings where name = any (?)")) {
            query.setArray(1, server.createArrayOf("text", TOLD.toArray()));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    settings.put(row.getString(1), row.getString(2));
                }
            }
        }
        return settings;
    }
}
