package isms.platform.eventstore;

/** More commands wait for the log than it can take (HTTP 503 with Retry-After). Nothing of the refused command was kept. */
public final class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Overloaded() {
        super("the append queue is full", null, false, false);
    }
}
