package isms.risk.capacity;

import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Simulations take turns: each uses all processors, and up to 25 MB. More at the same time would only wait for each other. */
@Singleton
public class Turns {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ForkJoinPool pool = new ForkJoinPool();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** Computes with all processors when it is its turn; who waits too long is told to come back. */
    public <T> T take(Function<ForkJoinPool, T> computation) {
        if (!turn()) {
            throw new ProblemException(
                    ProblemCode.OVERLOADED,
                    "Other simulations are running; this one did not get its turn.",
                    ProblemCode.OVERLOADED.remedy(),
                    List.of(),
                    PATIENCE);
        }
        try {
            return computation.apply(pool);
        } finally {
            turns.release();
        }
    }

    private boolean turn() {
        try {
            return turns.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @PreDestroy
    void close() {
        pool.shutdownNow();
    }
}
