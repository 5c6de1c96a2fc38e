package isms.platform.eventstore;

/**
 * A key that makes a repeated command change nothing, unique per tenant.
 *
 * @param key as the client or the reaction chose it, at most 255 characters
 * @param requestHash SHA-256 over method, path and body, as lower-case hex: the same key with another hash is refused
 */
public record IdempotencyKey(String key, String requestHash) {}
