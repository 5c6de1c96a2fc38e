package isms.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What failed calls said, and how often. */
final class Failures {

    private static final Map<String, LongAdder> SEEN = new ConcurrentHashMap<>();

    private Failures() {}

    static void note(Throwable failure) {
        var text = String.valueOf(failure.getMessage());
        SEEN.computeIfAbsent(
                        failure.getClass().getSimpleName() + ": " + text.substring(0, Math.min(200, text.length())),
                        ignored -> new LongAdder())
                .increment();
    }

    /** Another run begins. */
    static void forget() {
        SEEN.clear();
    }

    static Map<String, Long> seen() {
        var counts = new TreeMap<String, Long>();
        SEEN.forEach((text, count) -> counts.put(text, count.sum()));
        return counts;
    }
}
