package isms.platform.eventstore;

import isms.platform.eventstore.Append.AnsweredBefore;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the log, its tenants, numbers and streams are at a position. Read under the lock, and moved on by each batch of
 * ours; true for as long as the log is still at that position, which the statement that writes the next batch asks itself.
 */
final class Heads {

    /** How far a stream is; version 0 when it does not exist. */
    record Head(long version, long number) {}

    /** An answer given before under a key. */
    record KeyHit(String requestHash, AnsweredBefore answer) {}

    private static final int MOST_STREAMS = 20_000;

    long position;

    @Nullable
    Instant recordedAt;

    final Map<StreamId, Head> streams = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamId, Head> eldest) {
            return size() > MOST_STREAMS;
        }
    };
    final Map<String, Long> tenantPositions = new HashMap<>();
    final Map<String, Long> numbers = new HashMap<>();
    final Map<String, KeyHit> keys = new HashMap<>();

    static String numberOf(String tenant, String kind) {
        return tenant + '/' + kind;
    }

    static String keyOf(String tenant, String key) {
        return tenant + '/' + key;
    }

    /**
     * Whether a batch can be planned without reading more. Streams that are expected not to exist and idempotency keys need
     * no reading: if one of them does exist after all, a unique index refuses the batch, and then it is read.
     */
    boolean cover(List<Append> batch) {
        for (var append : batch) {
            boolean begins = append.expectedVersion() == 0;
            if (!tenantPositions.containsKey(append.tenant())
                    || (begins && !numbers.containsKey(numberOf(append.tenant(), append.kind())))
                    || (!begins
                            && !streams.containsKey(
                                    new StreamId(append.tenant(), append.kind(), append.aggregate())))) {
                return false;
            }
            for (var ground : append.grounds()) {
                if (!streams.containsKey(ground.stream())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Takes in what was read of more streams at the same position. */
    void add(Heads read) {
        recordedAt = read.recordedAt;
        streams.putAll(read.streams);
        tenantPositions.putAll(read.tenantPositions);
        numbers.putAll(read.numbers);
        keys.putAll(read.keys);
    }
}
