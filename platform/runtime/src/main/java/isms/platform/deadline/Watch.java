package isms.platform.deadline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import isms.platform.command.StaleVersion;
import isms.platform.deadline.Passed.Aggregate;
import isms.platform.eventstore.Unavailable;
import isms.platform.projection.Failures;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jboss.logging.Logger;

/**
 * Looks after one deadline: page by page, the oldest first, several at a time. One that cannot be recorded costs no other:
 * it is logged, counted, left alone for a while that grows, and tried again.
 */
final class Watch<S, E> {

    private static final Logger LOG = Logger.getLogger(Deadlines.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /**
     * @param page how many are asked for at a time
     * @param parallel how many are recorded at a time: few beside the commands of people that the log takes
     * @param pause how long one that failed is left alone for the first time
     */
    record Pace(int page, int parallel, Duration pause) {}

    private record Failing(Duration pause, Instant until) {}

    private final Deadline<S, E> deadline;
    private final Passed passed;
    private final Recorder recorder;
    private final Clock clock;
    private final Pace pace;
    private final Counter recorded;
    private final Counter failures;
    private final Map<Aggregate, Failing> failing = new ConcurrentHashMap<>();
    private final ReentrantLock looking = new ReentrantLock();
    private volatile long lookedAt = System.nanoTime();
    private volatile boolean stopped;

    Watch(Deadline<S, E> deadline, Passed passed, Recorder recorder, Clock clock, MeterRegistry meters, Pace pace) {
        this.deadline = deadline;
        this.passed = passed;
        this.recorder = recorder;
        this.clock = clock;
        this.pace = pace;
        recorded = Counter.builder("isms.deadline.recorded")
                .description("Dates whose passing this replica recorded")
                .tag("deadline", deadline.name())
                .register(meters);
        failures = Counter.builder("isms.deadline.failures")
                .description("Attempts to find or to record a date that has passed, which failed")
                .tag("deadline", deadline.name())
                .register(meters);
        Gauge.builder("isms.deadline.failing", failing, Map::size)
                .description("Aggregates with a date that has passed and cannot be recorded at present")
                .tag("deadline", deadline.name())
                .register(meters);
        TimeGauge.builder("isms.deadline.age", this, TimeUnit.NANOSECONDS, watch -> System.nanoTime() - watch.lookedAt)
                .description("Time since all that had passed was looked at")
                .tag("deadline", deadline.name())
                .register(meters);
    }

    void stop() {
        stopped = true;
    }

    /** Looks, unless a look that began earlier still goes on. */
    void lookUnlessLooking() {
        if (looking.tryLock()) {
            try {
                lookThrough();
            } finally {
                looking.unlock();
            }
        }
    }

    /** Looks, after any look that goes on; gives how many facts it recorded. */
    int look() {
        looking.lock();
        try {
            return lookThrough();
        } finally {
            looking.unlock();
        }
    }

    /**
     * What was looked at stays in the answers until the read model knows, or for as long as it fails: it is asked for again
     * together with the next page, and passed over. So nothing is behind what cannot be recorded.
     */
    private int lookThrough() {
        Instant now = clock.instant();
        var seen = new HashSet<Aggregate>();
        int facts = 0;
        try (var hands =
                Executors.newFixedThreadPool(pace.parallel(), Thread.ofVirtual().factory())) {
            while (!stopped) {
                var page = passed.of(deadline, now, seen.size() + pace.page());
                page.removeIf(aggregate -> !seen.add(aggregate));
                if (page.isEmpty()) {
                    failing.keySet().retainAll(seen);
                    lookedAt = System.nanoTime();
                    break;
                }
                // replicas that look at the same moment meet less often
                Collections.shuffle(page);
                facts += record(page, now, hands);
            }
        } catch (SQLException | RuntimeException e) {
            failures.increment();
            if (e instanceof Unavailable || Failures.passes(e)) {
                LOG.warnf("the deadline %s is looked at again later: %s", deadline.name(), Failures.describe(e));
            } else {
                LOG.errorf(e, "the deadline %s cannot be looked at", deadline.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return facts;
    }

    private int record(List<Aggregate> page, Instant now, ExecutorService hands) throws InterruptedException {
        var working = hands.invokeAll(page.stream()
                .<Callable<Integer>>map(aggregate -> () -> record(aggregate, now))
                .toList());
        int facts = 0;
        RuntimeException away = null;
        for (var one : working) {
            try {
                facts += one.get();
            } catch (ExecutionException e) {
                away = e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }
        if (away != null) {
            throw away;
        }
        return facts;
    }

    /** Gives how many facts it took; fails only with what passes by itself and would meet all others too. */
    private int record(Aggregate aggregate, Instant now) {
        var before = failing.get(aggregate);
        if (stopped || before != null && before.until().isAfter(now)) {
            return 0;
        }
        try {
            int facts = recorder.record(deadline, aggregate, now);
            recorded.increment(facts);
            failing.remove(aggregate);
            return facts;
        } catch (StaleVersion | ConcurrencyException moved) {
            LOG.debugf("%s of %s has just changed: %s", deadline.name(), aggregate, moved.getMessage());
            return 0;
        } catch (RuntimeException e) {
            if (e instanceof Unavailable || Failures.passes(e)) {
                throw e;
            }
            failures.increment();
            var pause = before == null ? pace.pause() : longer(before.pause());
            // they tend to fail alike: one stack trace tells enough
            var trace = failing.isEmpty() ? e : null;
            failing.put(aggregate, new Failing(pause, now.plus(pause)));
            LOG.errorf(
                    trace,
                    "the passing of %s cannot be recorded for %s of %s, which is tried again after %s: %s",
                    deadline.name(),
                    aggregate.id(),
                    aggregate.tenant(),
                    pause,
                    Failures.describe(e));
            return 0;
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}
