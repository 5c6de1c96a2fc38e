package isms.platform.projection;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps where Axon Framework's processors are only so often: each projection writes its own position with what it projects
 * ({@link Projection}), and passes over what it has. What is stored here holds the claim between replicas, and saves reading
 * the log from the start.
 */
final class RarelyStoredTokens extends JdbcTokenStore {

    private static final long REST_NANOS = Duration.ofSeconds(1).toNanos();

    private final Map<String, Long> stored = new ConcurrentHashMap<>();

    RarelyStoredTokens(Builder builder) {
        super(builder);
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        long now = System.nanoTime();
        Long last = stored.get(processor);
        if (last == null || now - last > REST_NANOS) {
            super.storeToken(token, processor, segment);
            stored.put(processor, now);
        }
    }
}
