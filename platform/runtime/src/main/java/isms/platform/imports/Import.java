package isms.platform.imports;

import isms.platform.command.StaleVersion;
import isms.platform.decider.Refusal;
import isms.platform.eventstore.Unavailable;
import isms.platform.imports.ImportReport.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way in: all rows are read and judged before the first is written. Many commands are under way at once, so
 * that they share commits, and few enough that those of others are not kept waiting.
 */
final class Import<T> {

    private static final Logger LOG = Logger.getLogger(Import.class);
    private static final int UNDER_WAY = 64;
    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Register<T> register;
    private final List<Entry<T>> entries;
    private final AtomicReference<@Nullable RuntimeException> interruption = new AtomicReference<>();
    private final AtomicLong position = new AtomicLong();

    Import(Register<T> register, Layout layout) {
        this.register = register;
        this.entries = layout.table().rows().stream()
                .map(row -> new Entry<>(register, layout, row))
                .toList();
    }

    List<Entry<T>> entries() {
        return entries;
    }

    /** Of what was written, the last position; 0 when nothing was. */
    long position() {
        return position.get();
    }

    /** What kept the rest from being written; null when nothing did. */
    @Nullable
    RuntimeException interruption() {
        return interruption.get();
    }

    boolean hasRefused() {
        return entries.stream().anyMatch(entry -> entry.fate() == Fate.REFUSED);
    }

    void judge() {
        register.lookUp(entries.stream().map(Entry::value).toList());
        Map<UUID, Integer> seen = new HashMap<>();
        for (Entry<T> entry : entries) {
            Integer other = seen.putIfAbsent(entry.identity(), entry.row());
            if (other != null) {
                entry.repeats(other);
            }
        }
        atOnce(entries, Entry::judge);
        RuntimeException failed = interruption.get();
        if (failed != null) {
            // nothing is written yet: the request fails as any other
            throw failed;
        }
    }

    void pretend() {
        entries.forEach(Entry::pretend);
    }

    /** @param partial whether the others are written although one is refused meanwhile */
    void write(boolean partial) {
        var ready = new ArrayList<Entry<T>>();
        for (Entry<T> entry : entries) {
            if (!entry.steps().isEmpty()) {
                ready.add(entry);
            }
        }
        atOnce(ready, entry -> write(entry, partial));
    }

    private void write(Entry<T> entry, boolean partial) {
        for (int attempt = 1; !entry.steps().isEmpty(); attempt++) {
            try {
                position.accumulateAndGet(entry.carryOut(), Math::max);
                return;
            } catch (StaleVersion | ConcurrencyException somebodyWasFaster) {
                if (attempt == ATTEMPTS) {
                    throw somebodyWasFaster;
                }
                entry.judgeAgain();
            } catch (Unavailable.Overloaded busy) {
                if (attempt == ATTEMPTS) {
                    throw busy;
                }
                pause(attempt);
                entry.judgeAgain();
            } catch (Refusal refusal) {
                entry.refused(refusal);
                if (!partial) {
                    throw refusal;
                }
                return;
            }
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE.multipliedBy(attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first failure keeps further ones from beginning; what has begun is awaited. */
    private void atOnce(List<Entry<T>> some, Consumer<Entry<T>> work) {
        Semaphore underWay = new Semaphore(UNDER_WAY);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Entry<T> entry : some) {
                underWay.acquireUninterruptibly();
                if (interruption.get() != null) {
                    return;
                }
                threads.execute(() -> {
                    try {
                        work.accept(entry);
                    } catch (RuntimeException failed) {
                        if (interruption.compareAndSet(null, failed)
                                && !(failed instanceof Refusal || failed instanceof Unavailable)) {
                            LOG.errorf(failed, "the import stops at row %d", entry.row());
                        }
                    } finally {
                        underWay.release();
                    }
                });
            }
        }
    }
}
