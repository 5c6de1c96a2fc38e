package isms.bench;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Has a new server write ahead to segments that are there already, as one does that has been in use: on its first way through its
 * {@code max_wal_size} it makes a new file of 16 MiB each time, writes it full of zeros and flushes it, while all commits wait.
 */
final class UsedLog {

    private static final int SEGMENTS = 240;

    private UsedLog() {}

    /** Takes some seconds, and 4 GB of disk. */
    static void prepare(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("alter system set min_wal_size = '4GB'");
            statement.execute("select pg_reload_conf()");
            for (int i = 0; i < SEGMENTS; i++) {
                // an empty segment is not left
                statement.execute("select pg_logical_emit_message(true, 'bench', 'used')");
                statement.execute("select pg_switch_wal()");
            }
            // keeps the files that it does not need any more for later
            statement.execute("checkpoint");
        }
    }
}
