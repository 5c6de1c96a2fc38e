package isms.platform.command;

/** The idempotency key was used before for another request (HTTP 422). */
public final class IdempotencyKeyReused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IdempotencyKeyReused(String key) {
        super(key, null, false, false);
    }
}
