package isms.platform.query;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Tells when the read models of this service have caught up with its log. */
public interface Freshness {

    /**
     * Completes as soon as every read model of this service has passed the position; never blocks a thread.
     *
     * @return fails with {@link java.util.concurrent.TimeoutException} when that takes longer than {@code atMost}
     */
    Uni<Void> await(long position, Duration atMost);
}
