package isms.platform.eventstore;

import org.jspecify.annotations.Nullable;

/** The log cannot take a command now (HTTP 503 with Retry-After). What the caller may conclude is in the subclass. */
public abstract sealed class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Unavailable(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }

    /** More commands wait for the log than it can take. Nothing of the refused one was kept. */
    public static final class Overloaded extends Unavailable {

        private static final long serialVersionUID = 1L;

        public Overloaded() {
            super("More commands are waiting than can be recorded.", null);
        }
    }

    /** The database is away. Nothing of the refused command was kept. */
    public static final class LogAway extends Unavailable {

        private static final long serialVersionUID = 1L;

        public LogAway(Throwable cause) {
            super("The database does not answer.", cause);
        }
    }

    /**
     * The database went away while the command was being committed and did not come back in time, so that nobody can say
     * yet whether it was recorded. Repeating it with the same idempotency key settles it.
     */
    public static final class OutcomeUnknown extends Unavailable {

        private static final long serialVersionUID = 1L;

        public OutcomeUnknown(Throwable cause) {
            super("The database did not answer while the command was being recorded.", cause);
        }
    }
}
