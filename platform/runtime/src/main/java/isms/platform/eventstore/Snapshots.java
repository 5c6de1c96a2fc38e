package isms.platform.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last known state of the aggregates in use, in memory. A load reads what came after from the log, so that a snapshot
 * may be old (another replica wrote since) but never wrong.
 */
public final class Snapshots {

    /**
     * An aggregate at a version.
     *
     * @param position position of its last fact
     * @param effectiveAt when its last fact happened, as far as anyone says
     */
    public record Snapshot(
            StreamId stream,
            long version,
            Object state,
            @Nullable Object representation,
            long position,
            Instant effectiveAt) {}

    private final Cache<StreamId, Snapshot> cache;

    /** @param most how many aggregates are kept; the least recently used go first */
    public Snapshots(long most) {
        cache = Caffeine.newBuilder().maximumSize(most).build();
    }

    public Optional<Snapshot> find(StreamId stream) {
        return Optional.ofNullable(cache.getIfPresent(stream));
    }

    /** Remembers the newer one. */
    public void keep(Snapshot snapshot) {
        cache.asMap()
                .merge(
                        snapshot.stream(),
                        snapshot,
                        (before, after) -> after.version() > before.version() ? after : before);
    }
}
