package isms.bench;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Calls at a fixed rate, whether or not earlier ones were answered, and measures each from the moment at which it was meant
 * to start. A stall therefore counts for everyone who would have called meanwhile (no coordinated omission).
 */
final class OpenLoop {

    /** Calls without an answer at the same time; beyond it the system is overloaded and the run says so by its latencies. */
    private static final int MOST_IN_FLIGHT = 10_000;

    /** Starts a call; {@code intended} is the {@link System#nanoTime} at which it was meant to start. */
    interface Call {
        CompletionStage<?> start(long intended);
    }

    private OpenLoop() {}

    static Slice run(String name, double perSecond, Duration duration, Call call) throws InterruptedException {
        return run(name, perSecond, duration, Duration.ZERO, call);
    }

    /** @param pause that is slept at least when no call is due; so much may a call start later than it was meant to */
    static Slice run(String name, double perSecond, Duration duration, Duration pause, Call call)
            throws InterruptedException {
        long total = (long) (perSecond * duration.toNanos() / 1e9);
        return run(name, perSecond, pause, call, started -> started < total);
    }

    /** @param goesOn whether another call is made after so many */
    static Slice run(String name, double perSecond, Call call, LongPredicate goesOn) throws InterruptedException {
        return run(name, perSecond, Duration.ZERO, call, goesOn);
    }

    private static Slice run(String name, double perSecond, Duration pause, Call call, LongPredicate goesOn)
            throws InterruptedException {
        var latency = new ConcurrentHistogram(60_000_000L, 3);
        var failures = new LongAdder();
        var calls = new LongAdder();
        var inFlight = new Semaphore(MOST_IN_FLIGHT);
        long start = System.nanoTime();
        for (long i = 0; goesOn.test(i); i++) {
            long intended = start + (long) (i * 1e9 / perSecond);
            for (long wait = intended - System.nanoTime(); wait > 0; wait = intended - System.nanoTime()) {
                LockSupport.parkNanos(Math.max(wait, pause.toNanos()));
            }
            inFlight.acquire();
            call.start(intended).whenComplete((answer, failure) -> {
                inFlight.release();
                if (failure == null) {
                    calls.increment();
                    latency.recordValue(Math.min((System.nanoTime() - intended) / 1000, 60_000_000L));
                } else {
                    Failures.note(failure);
                    failures.increment();
                }
            });
        }
        inFlight.acquire(MOST_IN_FLIGHT);
        return new Slice(name, calls.sum(), failures.sum(), (System.nanoTime() - start) / 1e9, Duration.ZERO, latency);
    }
}
