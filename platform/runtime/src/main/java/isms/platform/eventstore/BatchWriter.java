package isms.platform.eventstore;

import isms.platform.eventstore.Append.Result;
import isms.platform.eventstore.Unavailable.LogAway;
import isms.platform.eventstore.Unavailable.OutcomeUnknown;
import isms.platform.eventstore.Unavailable.Overloaded;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts the facts of many commands into the log with one commit: application-level group commit. Commands that arrive while
 * a commit is in flight wait in a bounded queue and share the next one.
 *
 * <p>One batch is one transaction under an advisory lock, taken as a statement of its own under READ COMMITTED, so that
 * everything read after it sees all earlier batches, also those of another replica. Positions are therefore dense, and the
 * order of positions is the order of commits: a reader that remembers the last position it saw misses nothing.
 *
 * <p>A batch that fails is repeated command by command, so that one bad command costs no other. When the connection is lost
 * during the commit, the writer reconnects, waits for the lock (which a commit still running would hold) and looks whether
 * the batch is there, before it answers anyone.
 */
public final class BatchWriter implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BatchWriter.class);
    private static final int MOST_COMMANDS_PER_BATCH = 256;
    private static final Duration MOST_GATHERING = Duration.ofNanos(300_000);
    private static final Duration GATHERING_STEP = Duration.ofNanos(50_000);
    private static final Duration PACE = Duration.ofNanos(2_500_000);
    private static final Duration PACE_STEP = Duration.ofNanos(500_000);
    private static final int CROWD = 8;
    private static final Duration PAUSE_BEFORE_RECONNECT = Duration.ofMillis(100);

    private record Waiting(Append append, CompletableFuture<Result> answer) {}

    private final DataSource database;
    private final Clock clock;
    private final Duration patience;
    private final BlockingQueue<Waiting> queue;
    private final Thread thread;
    private final RecentRows recent = new RecentRows();
    private volatile boolean closed;
    private volatile long batches;
    private volatile long commands;
    private @Nullable Connection connection;
    private @Nullable Heads known;
    private int expected;
    private long lastBatch = System.nanoTime() - PACE.toNanos();
    private volatile long lastPosition;

    /**
     * @param database connections of the role that may append
     * @param clock gives the recorded moment; a clock that steps back is corrected to the last recorded one
     * @param capacity how many commands may wait before the next one is refused
     * @param patience how long an unreachable database is tried again for before the waiting callers are told
     */
    public BatchWriter(DataSource database, Clock clock, int capacity, Duration patience) {
        this.database = database;
        this.clock = clock;
        this.patience = patience;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.thread = Thread.ofPlatform().daemon().name("event-log-writer").start(this::run);
    }

    /**
     * Queues the facts of one command.
     *
     * @return completed when the outcome is durable or refused; exceptionally with {@link Unavailable} or with what the
     *     database said about this very command
     * @throws Overloaded when the queue is full
     */
    public CompletableFuture<Result> append(Append append) {
        if (closed) {
            throw new Overloaded();
        }
        var waiting = new Waiting(append, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            throw new Overloaded();
        }
        return waiting.answer();
    }

    /** How many commands wait now. */
    public int waiting() {
        return queue.size();
    }

    /** How many batches were committed since the start. */
    public long batches() {
        return batches;
    }

    /** How many commands were answered since the start; over {@link #batches} it is the mean batch size. */
    public long commands() {
        return commands;
    }

    private void run() {
        var batch = new ArrayList<Waiting>(MOST_COMMANDS_PER_BATCH);
        while (!closed || !queue.isEmpty()) {
            try {
                var first = queue.poll(1, TimeUnit.SECONDS);
                if (first == null) {
                    continue;
                }
                pace();
                batch.add(first);
                queue.drainTo(batch, MOST_COMMANDS_PER_BATCH - 1);
                gather(batch);
                write(batch);
                expected = batch.size() + queue.size();
            } catch (InterruptedException e) {
                closed = true;
            } catch (RuntimeException | Error e) {
                LOG.error("the event log writer met something unforeseen; the batch is refused, the writer goes on", e);
                disconnect();
                batch.forEach(waiting -> waiting.answer().completeExceptionally(e));
            } finally {
                batch.clear();
            }
        }
        disconnect();
    }

    /**
     * A commit costs about the same for one command as for many, here and with everyone who follows the log. When they come
     * one by one, several are therefore awaited, but none waits longer than {@link #PACE}; who comes after a pause waits for
     * nobody, and a crowd does not wait either.
     */
    private void pace() {
        long until = lastBatch + PACE.toNanos();
        for (long now = System.nanoTime(); now < until && queue.size() + 1 < CROWD; now = System.nanoTime()) {
            LockSupport.parkNanos(Math.min(until - now, PACE_STEP.toNanos()));
        }
        lastBatch = System.nanoTime();
    }

    /**
     * Callers that were just answered tend to come back at once, a moment too late for the batch that the others of them
     * are in; then half of them would always wait for the other half. Waiting a little for as many as there were last puts
     * all of them into one commit. A caller who is alone waits for nobody.
     */
    private void gather(List<Waiting> batch) {
        long until = System.nanoTime() + MOST_GATHERING.toNanos();
        int most = Math.min(expected, MOST_COMMANDS_PER_BATCH);
        while (batch.size() < most && System.nanoTime() < until) {
            LockSupport.parkNanos(GATHERING_STEP.toNanos());
            queue.drainTo(batch, MOST_COMMANDS_PER_BATCH - batch.size());
        }
    }

    private void write(List<Waiting> batch) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        var appends = batch.stream().map(Waiting::append).toList();
        BatchPlan committing = null;
        boolean fromMemory = false;
        while (true) {
            try {
                var log = new BatchTransaction(connect());
                if (committing != null && log.lockedContains(committing)) {
                    log.rollback();
                    answer(batch, committing);
                    return;
                }
                committing = null;
                var plan = planFromMemory(appends);
                fromMemory = plan != null;
                if (plan == null) {
                    plan = BatchPlan.of(appends, read(log, appends), clock.instant());
                }
                if (plan.isEmpty()) {
                    log.rollback();
                } else {
                    committing = plan;
                    if (!log.write(plan)) {
                        // another replica has written since: what is known of the log is out of date
                        committing = null;
                        known = null;
                        continue;
                    }
                    batches++;
                }
                answer(batch, plan);
                return;
            } catch (SQLException e) {
                if (fromMemory && !SqlStates.isConnectionLost(e)) {
                    // a stream or a key that was not expected to exist does: plan again on what is there
                    committing = null;
                    forget();
                    continue;
                }
                disconnect();
                if (!SqlStates.isConnectionLost(e)) {
                    refuse(batch, e);
                    return;
                }
                if (System.nanoTime() > deadline) {
                    LOG.errorf(e, "the database is away; %d commands are refused", batch.size());
                    var reason = committing != null ? new OutcomeUnknown(e) : new LogAway(e);
                    batch.forEach(waiting -> waiting.answer().completeExceptionally(reason));
                    return;
                }
                Thread.sleep(PAUSE_BEFORE_RECONNECT);
            } catch (RuntimeException e) {
                disconnect();
                refuse(batch, e);
                return;
            }
        }
    }

    /**
     * Most batches need nothing read: this writer wrote the one before and knows how far everything is. Whether that is
     * still so is asked by the statement that writes, under the lock.
     */
    private @Nullable BatchPlan planFromMemory(List<Append> appends) {
        var present = known;
        if (present == null || !present.cover(appends)) {
            return null;
        }
        var plan = BatchPlan.of(appends, present, clock.instant());
        if (plan.isEmpty()) {
            return null;
        }
        if (!plan.holdsWithoutKeys()) {
            known = null;
            return null;
        }
        return plan;
    }

    private Heads read(BatchTransaction log, List<Append> appends) throws SQLException {
        var read = log.lockAndReadHeads(appends);
        var present = known;
        if (present == null || present.position != read.position) {
            known = read;
            return read;
        }
        present.add(read);
        return present;
    }

    /** Gives up a transaction that failed, and what was believed when it began. */
    private void forget() {
        known = null;
        var present = connection;
        try {
            if (present != null) {
                present.rollback();
            }
        } catch (SQLException e) {
            disconnect();
        }
    }

    /** The batch cannot be written: whoever is to blame is found by trying each alone. */
    private void refuse(List<Waiting> batch, Exception cause) throws InterruptedException {
        if (batch.size() == 1) {
            LOG.errorf(
                    cause,
                    "the facts of a command on %s cannot be recorded",
                    batch.getFirst().append().aggregate());
            batch.getFirst()
                    .answer()
                    .completeExceptionally(new IllegalStateException("the facts cannot be recorded", cause));
            return;
        }
        for (var alone : batch) {
            write(List.of(alone));
        }
    }

    /** Of what this writer has committed, the last position; 0 before. */
    public long lastPosition() {
        return lastPosition;
    }

    /** What follows a position, as far as this writer has committed it lately. */
    List<LogRow> recentAfter(long position) {
        return recent.after(position);
    }

    private void answer(List<Waiting> batch, BatchPlan plan) {
        if (!plan.isEmpty()) {
            recent.add(plan.rows());
            lastPosition = plan.rows().getLast().position();
        }
        commands += batch.size();
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(plan.results().get(i));
        }
    }

    private Connection connect() throws SQLException {
        var present = connection;
        if (present == null) {
            present = database.getConnection();
            connection = present;
            BatchTransaction.prepare(present);
        }
        return present;
    }

    private void disconnect() {
        known = null;
        var present = connection;
        connection = null;
        if (present != null) {
            try (present) {
                present.rollback();
                present.setAutoCommit(true);
            } catch (SQLException e) {
                LOG.debug("closing a lost connection", e);
            }
        }
    }

    /** Takes no more commands, writes what waits, and ends. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
