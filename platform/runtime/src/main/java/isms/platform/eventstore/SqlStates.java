package isms.platform.eventstore;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's SQLSTATE codes mean for whoever must decide whether to try again. */
public final class SqlStates {

    private SqlStates() {}

    /** The session is gone or was never there; the same statement may work on another connection. */
    public static boolean isConnectionLost(SQLException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isConnectionState(sql.getSQLState())) {
                return true;
            }
            if (cause instanceof java.io.IOException) {
                return true;
            }
        }
        // a pool that finds no live connection says so without a state
        return e.getSQLState() == null;
    }

    private static boolean isConnectionState(@Nullable String state) {
        return state != null
                && (state.startsWith("08") // connection exception
                        || state.startsWith("57P") // shutdown, crash, starting up
                        || state.startsWith("53") // insufficient resources
                        || state.equals("25006")); // read-only: a standby not yet promoted
    }
}
