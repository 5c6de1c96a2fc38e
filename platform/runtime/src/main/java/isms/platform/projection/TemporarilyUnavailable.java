package isms.platform.projection;

/** Something outside, such as a broker, does not answer now: to be tried again, not the fault of any fact. */
public final class TemporarilyUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TemporarilyUnavailable(String message) {
        super(message);
    }

    public TemporarilyUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
