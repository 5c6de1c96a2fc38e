package isms.local;

/** A part did not become ready; the message says what is known. */
final class PartFailed extends Exception {

    private static final long serialVersionUID = 1;

    PartFailed(String message) {
        super(message);
    }

    PartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
