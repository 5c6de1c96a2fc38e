package isms.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * A fixed number of callers, each waiting for its answer before it calls again: measures what a side can do at most. Its
 * latencies are those of a saturated system; for the ones that users see there is {@link OpenLoop}.
 */
final class ClosedLoop {

    private ClosedLoop() {}

    static Histogram histogram() {
        return new Histogram(60_000_000L, 3);
    }

    static Slice run(Side side, int callers, Duration duration) throws Exception {
        var ready = new CountDownLatch(callers);
        var go = new CountDownLatch(1);
        record Done(long calls, long failures, Histogram latency) {}
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Done>>();
            for (int i = 0; i < callers; i++) {
                int index = i;
                running.add(threads.submit(() -> {
                    long calls = 0;
                    long failures = 0;
                    var latency = histogram();
                    try (var caller = side.caller(index)) {
                        ready.countDown();
                        go.await();
                        long end = System.nanoTime() + duration.toNanos();
                        for (long before = System.nanoTime(); before < end; ) {
                            boolean answered = tried(caller);
                            long after = System.nanoTime();
                            if (answered) {
                                calls++;
                                latency.recordValue(Math.min((after - before) / 1000, 60_000_000L));
                            } else {
                                failures++;
                            }
                            before = after;
                        }
                    } finally {
                        ready.countDown();
                    }
                    return new Done(calls, failures, latency);
                }));
            }
            ready.await();
            long start = System.nanoTime();
            go.countDown();
            long calls = 0;
            long failures = 0;
            var latency = histogram();
            for (var one : running) {
                var done = one.get();
                calls += done.calls();
                failures += done.failures();
                latency.add(done.latency());
            }
            return new Slice(side.name(), calls, failures, (System.nanoTime() - start) / 1e9, Duration.ZERO, latency);
        }
    }

    private static boolean tried(Side.Caller caller) throws InterruptedException {
        try {
            caller.call();
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            Failures.note(e);
            return false;
        }
    }
}
