package isms.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** When everything that follows from the log has followed: read models and publication. */
final class Settled {

    private static final String BEHIND = """
            select coalesce(sum((select coalesce(max(position), 0) from event_log) - position), 0)::bigint from projection_progress
            """;

    private Settled() {}

    /** How many facts projections and publication have yet to pass, all of them together. */
    static long behind(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(BEHIND)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Waits for it; returns how long that took. */
    static Duration await(Connection database, Duration patience) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        for (long behind = behind(database); behind > 0; behind = behind(database)) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new IllegalStateException("projections are still " + behind + " facts behind after " + patience);
            }
            Thread.sleep(10);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
