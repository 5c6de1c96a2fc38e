package isms.platform.command;

/** The aggregate has moved on since the caller read it (HTTP 412). */
public final class StaleVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long expected;
    private final long actual;

    public StaleVersion(long expected, long actual) {
        super("expected version " + expected + ", found " + actual, null, false, false);
        this.expected = expected;
        this.actual = actual;
    }

    public long expected() {
        return expected;
    }

    public long actual() {
        return actual;
    }
}
