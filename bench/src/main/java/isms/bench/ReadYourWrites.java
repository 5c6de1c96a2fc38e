package isms.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * What a reader who has the consistency token of a command is shown: each of many readers changes a risk and reads it at once with
 * the token. Whoever is shown what was before is counted; nobody waits between.
 */
final class ReadYourWrites {

    static final int READERS = 16;
    private static final int READS = 100_000;

    private ReadYourWrites() {}

    /** Reads so often, and gives what came of it. */
    static Map<String, Object> run(Api api, Register register, Effort effort) throws Exception {
        int reads = effort == Effort.WHOLE ? READS : READS / 20;
        var latency = new ConcurrentHistogram(60_000_000L, 3);
        var stale = new LongAdder();
        var unanswered = new LongAdder();
        var left = new AtomicInteger(reads);
        Parallel.run(READERS, READERS, reader -> {
            var path = "/api/v1/risks/" + register.register(api);
            for (long version = 2; left.getAndDecrement() > 0; version++) {
                var changed = api.call("POST", path + "/assessments", Register.assessment(version), Map.of())
                        .expect(200);
                long start = System.nanoTime();
                var shown = api.call(
                        "GET", path, null, Map.of("Consistency-Token", String.valueOf(changed.consistencyToken())));
                latency.recordValue(Math.min((System.nanoTime() - start) / 1000, 60_000_000L));
                if (shown.status() != 200) {
                    unanswered.increment();
                } else if (shown.json().path("version").asLong() < version) {
                    stale.increment();
                }
            }
        });
        var told = new LinkedHashMap<String, Object>();
        told.put("reads", latency.getTotalCount());
        told.put("stale", stale.sum());
        told.put("unanswered", unanswered.sum());
        told.put("p50Millis", latency.getValueAtPercentile(50) / 1000.0);
        told.put("p99Millis", latency.getValueAtPercentile(99) / 1000.0);
        System.out.println("with the token: " + told);
        return told;
    }
}
