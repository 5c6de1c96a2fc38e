package isms.platform.projection;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what passes by itself from what a fact will meet every time. */
public final class Failures {

    /** SQLSTATE classes of errors in the data or the statement; all others come from the server, the network or the load. */
    private static final Set<String> LASTING =
            Set.of("0A", "20", "21", "22", "23", "2B", "2F", "38", "39", "3F", "42", "44", "P0");

    private Failures() {}

    /** Whether trying again later can help without anyone doing anything. */
    public static boolean passes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TemporarilyUnavailable) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                return state == null || state.length() < 2 || !LASTING.contains(state.substring(0, 2));
            }
        }
        return false;
    }

    /** One line for a person: the innermost cause, cut to what fits a screen. */
    public static String describe(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var text = root.getClass().getSimpleName() + ": " + root.getMessage();
        return text.length() > 2_000 ? text.substring(0, 2_000) : text;
    }
}
