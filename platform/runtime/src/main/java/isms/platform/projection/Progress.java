package isms.platform.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import isms.platform.query.Freshness;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * How far the projections of this service are. What this replica projects is known at once; what another one does, by
 * looking at the database: often while somebody waits for it, else once a second.
 */
@Singleton
class Progress implements Freshness {

    private static final Logger LOG = Logger.getLogger(Progress.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LOOK_WHILE_AWAITED = Duration.ofMillis(20);

    private record Waiter(long position, CompletableFuture<Void> arrival) {}

    private final javax.sql.DataSource database;
    private final MeterRegistry meters;
    private final Map<String, AtomicLong> positions = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> parked = new ConcurrentHashMap<>();
    private final List<String> readModels = new CopyOnWriteArrayList<>();
    private final AtomicLong head = new AtomicLong();
    private final ConcurrentLinkedQueue<Waiter> waiters = new ConcurrentLinkedQueue<>();
    private final Semaphore awaited = new Semaphore(0);
    private final Thread lookout;
    private volatile boolean closed;

    Progress(@DataSource("writer") javax.sql.DataSource database, MeterRegistry meters) {
        this.database = database;
        this.meters = meters;
        this.lookout = Thread.ofVirtual().name("projection-lookout").start(this::lookOut);
    }

    /** From now on its progress is measured, and awaited where it keeps a read model. */
    void track(Projector projector) {
        var name = projector.name();
        var position = positions.computeIfAbsent(name, unknown -> new AtomicLong());
        var waiting = parked.computeIfAbsent(name, unknown -> new AtomicLong());
        if (!projector.tables().isEmpty()) {
            readModels.add(name);
        }
        Gauge.builder("isms.projection.lag", () -> Math.max(0, head.get() - position.get()))
                .description("Facts in the log that the projection has not passed yet")
                .tag("projection", name)
                .register(meters);
        Gauge.builder("isms.projection.parked", waiting::get)
                .description("Facts that the projection could not handle, with those behind them")
                .tag("projection", name)
                .register(meters);
    }

    @Override
    public Uni<Void> await(long position, Duration atMost) {
        if (lowest() >= position) {
            return Uni.createFrom().voidItem();
        }
        Context caller = Vertx.currentContext();
        var arrival = Uni.createFrom().<Void>emitter(emitter -> {
            var waiter = new Waiter(position, new CompletableFuture<>());
            waiter.arrival.whenComplete((done, never) -> emitter.complete(null));
            emitter.onTermination(() -> waiters.remove(waiter));
            waiters.add(waiter);
            release();
            awaited.release();
        });
        var bounded = arrival.ifNoItem()
                .after(atMost)
                .fail()
                .onFailure(io.smallrye.mutiny.TimeoutException.class)
                .transform(late -> new java.util.concurrent.TimeoutException(
                        "the read models did not reach position " + position + " within " + atMost));
        return caller == null ? bounded : bounded.emitOn(task -> caller.runOnContext(ignored -> task.run()));
    }

    /** A projection of this replica has committed up to the position. */
    void reached(String projection, long position) {
        advance(positions.computeIfAbsent(projection, name -> new AtomicLong()), position);
        head.accumulateAndGet(position, Math::max);
        release();
    }

    private static void advance(AtomicLong known, long position) {
        known.accumulateAndGet(position, Math::max);
    }

    /** Back, too, when the database is: it has lost what it had said to be there. */
    private static void correct(AtomicLong known, long before, long now) {
        if (now < before) {
            known.compareAndSet(before, now);
        } else {
            advance(known, now);
        }
    }

    private void release() {
        if (waiters.isEmpty()) {
            return;
        }
        long lowest = lowest();
        for (Waiter waiter : waiters) {
            if (waiter.position <= lowest && waiters.remove(waiter)) {
                waiter.arrival.complete(null);
            }
        }
    }

    private long lowest() {
        long lowest = Long.MAX_VALUE;
        for (String name : readModels) {
            lowest = Math.min(lowest, position(name));
        }
        return lowest;
    }

    long position(String projection) {
        return positions.getOrDefault(projection, new AtomicLong()).get();
    }

    long parked(String projection) {
        return parked.getOrDefault(projection, new AtomicLong()).get();
    }

    long head() {
        return head.get();
    }

    private void lookOut() {
        while (!closed) {
            try {
                look();
                if (waiters.isEmpty()) {
                    awaited.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                }
                awaited.drainPermits();
                if (!waiters.isEmpty()) {
                    Thread.sleep(LOOK_WHILE_AWAITED);
                    release();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() throws InterruptedException {
        var before = new HashMap<String, Long>();
        positions.forEach((name, position) -> before.put(name, position.get()));
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select name, position, parked,"
                        + " (select coalesce(max(position), 0) from event_log) from projection_progress");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                var position = positions.get(rows.getString(1));
                if (position != null) {
                    correct(position, before.getOrDefault(rows.getString(1), 0L), rows.getLong(2));
                    parked.computeIfAbsent(rows.getString(1), name -> new AtomicLong())
                            .set(rows.getLong(3));
                }
                head.accumulateAndGet(rows.getLong(4), Math::max);
            }
        } catch (SQLException e) {
            LOG.debug("the progress of the projections cannot be read now", e);
            Thread.sleep(LOOK);
        }
        release();
    }

    @PreDestroy
    void close() {
        closed = true;
        lookout.interrupt();
    }
}
