package isms.platform.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A key that makes a repeated command change nothing, unique per tenant.
 *
 * @param key as the client or the reaction chose it, at most 255 characters
 * @param requestHash SHA-256 over method, path and body, as lower-case hex: the same key with another hash is refused
 */
public record IdempotencyKey(String key, String requestHash) {

    /** A key that names all there is to tell one command from another, so that it is its own request. */
    public static IdempotencyKey ofItsOwn(String key) {
        try {
            return new IdempotencyKey(
                    key,
                    HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
