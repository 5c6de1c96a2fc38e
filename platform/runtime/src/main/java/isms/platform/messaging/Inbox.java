package isms.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import isms.platform.eventstore.Unavailable;
import isms.platform.messaging.Arrival.Lane;
import isms.platform.projection.Failures;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.axonframework.modelling.command.ConcurrencyException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the facts of other services: at least once, in order for each key, many keys at a time. Offsets are committed
 * after the effects; that nothing happens twice is the log's doing, see {@link Reactions}. What arrives while a batch is answered
 * does not wait for the slowest message of it: a few batches are under way at a time, and only messages of one key wait for each other.
 *
 * <p>What passes by itself is waited for, and holds up its key only. What does not is parked, with all later messages of its
 * key behind it, until an operator has it tried again.
 */
@Singleton
class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration POLL_WHILE_BUSY = Duration.ofMillis(20);
    private static final Duration BETWEEN_COUNTS = Duration.ofMillis(500);
    private static final Duration COMMIT_WHILE_BUSY = Duration.ofMillis(200);
    private static final Duration PATIENCE_WHEN_REVOKED = Duration.ofSeconds(5);

    /** Few, so that under load each holds many: one look and one commit serve all messages of a batch. */
    private static final int BATCHES = 3;

    /** A batch that takes longer waits for single keys, and is not to hold up the others. */
    private static final Duration USUAL = Duration.ofSeconds(1);

    /** So many may come again after a crash, when the first of them takes long. */
    private static final int MOST_MESSAGES = 5_000;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Reactions reactions;
    private final ParkedMessages parked;
    private final Map<String, Object> kafka;
    private final String service;
    private final MeterRegistry meters;
    private final AtomicLong waiting = new AtomicLong();
    private volatile boolean closed;

    /** The batches under way, as they arrived. Used by the inbox's thread only, as is what comes after it. */
    private final Deque<Batch> underWay = new ArrayDeque<>();

    /** Of batches that are done, and not committed yet. */
    private final Map<TopicPartition, OffsetAndMetadata> finished = new HashMap<>();

    private long committed = System.nanoTime();
    private long counted = System.nanoTime() - BETWEEN_COUNTS.toNanos();

    /** For each key what its last message that has arrived waits for: whether that had to be parked. */
    private final Map<Lane, CompletableFuture<Boolean>> tails = new ConcurrentHashMap<>();

    private @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    Inbox(
            Reactions reactions,
            ParkedMessages parked,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "isms.service") String service,
            MeterRegistry meters) {
        this.reactions = reactions;
        this.parked = parked;
        this.kafka = kafka;
        this.service = service;
        this.meters = meters;
        Gauge.builder("isms.inbox.parked", waiting::get)
                .description("Messages that could not be handled, with those behind them")
                .register(meters);
    }

    void start(@Observes StartupEvent start) {
        if (!reactions.topics().isEmpty()) {
            thread = Thread.ofPlatform().daemon().name("inbox").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        closed = true;
        synchronized (this) {
            if (consumer != null) {
                consumer.wakeup();
            }
        }
        if (thread != null) {
            thread.join(Duration.ofSeconds(10));
        }
    }

    private void run() {
        while (!closed) {
            try (var open = new KafkaConsumer<>(config(), new StringDeserializer(), new ByteArrayDeserializer())) {
                synchronized (this) {
                    consumer = open;
                }
                open.subscribe(topics(), new WhileBusy(open));
                while (!closed) {
                    takeIn(open);
                    count();
                }
            } catch (WakeupException stopping) {
                LOG.debug("the inbox is woken up to stop");
            } catch (KafkaException e) {
                if (!closed) {
                    LOG.warn("the inbox lost its connection to Kafka and begins anew", e);
                    pause(Duration.ofSeconds(1));
                }
            } catch (RuntimeException e) {
                LOG.error("the inbox met something unforeseen and begins anew", e);
                pause(Duration.ofSeconds(1));
            } finally {
                synchronized (this) {
                    consumer = null;
                }
                // it may come again, and is not to meet itself
                underWay.forEach(batch -> batch.await(null));
                underWay.clear();
                finished.clear();
            }
        }
    }

    /** As a pattern, because a publisher that is not there yet has no topic: to ask for it by name would fail time and again. */
    private Pattern topics() {
        return Pattern.compile(reactions.topics().stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    private Map<String, Object> config() {
        var config = new HashMap<>(kafka);
        config.put("group.id", "isms." + service);
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", "earliest");
        config.put("allow.auto.create.topics", false);
        // A publisher's topic may come into being after we asked for it.
        config.put("metadata.max.age.ms", 5_000);
        config.put("reconnect.backoff.max.ms", 1_000);
        // What a replica that was killed worked on goes to another, or to itself come back, after so long.
        config.put("session.timeout.ms", 15_000);
        return config;
    }

    /** Messages that came together, and the offsets behind them. */
    private static final class Batch {

        final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        final long begun = System.nanoTime();
        final int messages;

        /** Fails when it is given up because the service stops. */
        final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

        Batch(int messages) {
            this.messages = messages;
        }

        boolean isBusy(long now) {
            return !done.isDone() && now - begun < USUAL.toNanos();
        }

        /** @param atMost null for as long as it takes */
        void await(@Nullable Duration atMost) {
            try {
                if (atMost == null) {
                    done.get();
                } else {
                    done.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
                }
            } catch (TimeoutException | ExecutionException e) {
                LOG.debug("a batch is not done", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** While all batches are being answered the consumer keeps polling, so that it stays in its group, but is given nothing. */
    private final class WhileBusy implements ConsumerRebalanceListener {

        private final KafkaConsumer<String, byte[]> consumer;

        WhileBusy(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (isFull()) {
                consumer.pause(partitions);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (closed) {
                return;
            }
            // What is not done by then comes again at another replica, and changes nothing there.
            long start = System.nanoTime();
            for (Batch batch : underWay) {
                batch.await(PATIENCE_WHEN_REVOKED.minusNanos(System.nanoTime() - start));
            }
            collectFinished();
            commitFinished(consumer);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            // they are another's already
        }
    }

    private boolean isFull() {
        long now = System.nanoTime();
        return underWay.stream().filter(batch -> batch.isBusy(now)).count() >= BATCHES
                || underWay.stream().mapToInt(batch -> batch.messages).sum() >= MOST_MESSAGES;
    }

    private void takeIn(KafkaConsumer<String, byte[]> from) {
        if (isFull()) {
            from.pause(from.assignment());
            long now = System.nanoTime();
            underWay.stream()
                    .filter(batch -> batch.isBusy(now))
                    .findFirst()
                    .orElse(underWay.getFirst())
                    .await(POLL_WHILE_BUSY);
        } else {
            from.resume(from.paused());
        }
        var records = from.poll(isFull() ? Duration.ZERO : underWay.isEmpty() ? POLL : POLL_WHILE_BUSY);
        if (!records.isEmpty()) {
            underWay.add(begin(records));
        }
        collectFinished();
        if (underWay.isEmpty() || System.nanoTime() - committed > COMMIT_WHILE_BUSY.toNanos()) {
            commitFinished(from);
        }
    }

    /** Nothing is committed of a batch before those that arrived earlier are done. */
    private void collectFinished() {
        while (!underWay.isEmpty() && underWay.getFirst().done.isDone()) {
            // fails as it did: then all that is not committed is to come again
            underWay.getFirst().done.join();
            finished.putAll(underWay.removeFirst().offsets);
        }
    }

    private void commitFinished(KafkaConsumer<String, byte[]> from) {
        finished.keySet().retainAll(from.assignment());
        if (!finished.isEmpty() && !closed) {
            from.commitSync(finished);
            finished.clear();
            committed = System.nanoTime();
        }
    }

    private Batch begin(ConsumerRecords<String, byte[]> records) {
        var batch = new Batch(records.count());
        Map<Lane, List<Arrival>> lanes = new LinkedHashMap<>();
        records.forEach(record -> {
            var arrival = Arrival.of(record);
            lanes.computeIfAbsent(arrival.lane(), lane -> new ArrayList<>()).add(arrival);
            batch.offsets.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        });
        lanes.values().removeIf(lane -> {
            lane.removeIf(this::isNoConcern);
            return lane.isEmpty();
        });
        var queues = lanes.entrySet().stream()
                .map(lane -> queued(lane.getKey(), lane.getValue()))
                .toList();
        if (queues.isEmpty()) {
            batch.done.complete(null);
        } else {
            Thread.startVirtualThread(() -> work(batch, queues));
        }
        return batch;
    }

    /**
     * Messages of one key, behind those of the same key that arrived before.
     *
     * @param before whether the last of those had to be parked; null when there are none under way
     * @param own the same of the last of these
     */
    private record Queued(
            Lane lane,
            List<Arrival> arrivals,
            @Nullable CompletableFuture<Boolean> before,
            CompletableFuture<Boolean> own) {}

    private Queued queued(Lane lane, List<Arrival> arrivals) {
        var own = new CompletableFuture<Boolean>();
        return new Queued(lane, arrivals, tails.put(lane, own), own);
    }

    private boolean isNoConcern(Arrival arrival) {
        var type = arrival.attributes().type();
        if (arrival.payload() == null) {
            counted(arrival, "tombstone");
            return true;
        }
        if (type != null && !reactions.concern(type)) {
            counted(arrival, "ignored");
            return true;
        }
        return false;
    }

    private void work(Batch batch, List<Queued> queues) {
        try {
            // what is parked from now on by those that arrived before is told by them
            var blocked = blocked(queues.stream().map(Queued::lane).collect(Collectors.toSet()));
            var together = together(queues.stream().map(Queued::arrivals).toList());
            var left = new CountDownLatch(queues.size());
            queues.forEach(queue -> Thread.startVirtualThread(() -> {
                try {
                    work(queue, blocked, together);
                } finally {
                    left.countDown();
                }
            }));
            left.await();
            patiently(() -> {
                together.remember();
                return true;
            });
            if (closed) {
                throw new WakeupException();
            }
            batch.done.complete(null);
        } catch (WakeupException | InterruptedException stopping) {
            batch.done.completeExceptionally(stopping);
        } catch (RuntimeException | Error e) {
            LOG.error("the inbox met something unforeseen", e);
            batch.done.completeExceptionally(e);
        } finally {
            // of what was given up nobody is to wait for ever
            queues.forEach(queue -> done(queue, true));
        }
    }

    private void work(Queued queue, Set<Lane> blocked, Reactions.Together together) {
        boolean behind = blocked.contains(queue.lane) || (queue.before != null && queue.before.join());
        done(queue, work(queue.arrivals, behind, together));
    }

    private void done(Queued queue, boolean parked) {
        queue.own.complete(parked);
        tails.remove(queue.lane, queue.own);
    }

    private Reactions.Together together(Collection<List<Arrival>> lanes) {
        var arrivals = lanes.stream().flatMap(List::stream).toList();
        var together = new AtomicReference<Reactions.@Nullable Together>();
        patiently(() -> {
            together.set(reactions.together(arrivals));
            return true;
        });
        var known = together.get();
        if (known == null) {
            // it is being stopped
            throw new WakeupException();
        }
        return known;
    }

    /** Whether the last of them had to be parked. */
    private boolean work(List<Arrival> lane, boolean blocked, Reactions.Together together) {
        boolean behind = blocked;
        for (Arrival arrival : lane) {
            if (closed) {
                return true;
            }
            var isBehind = behind;
            behind = patiently(() ->
                    isBehind && parked.parkBehind(arrival) ? outcome(arrival, "parked") : handle(arrival, together));
        }
        return behind;
    }

    private boolean outcome(Arrival arrival, String outcome) {
        counted(arrival, outcome);
        return !outcome.equals("handled");
    }

    /** Whether it had to be parked. */
    private boolean handle(Arrival arrival, Reactions.Together together) throws SQLException {
        try {
            together.answer(arrival);
            return outcome(arrival, "handled");
        } catch (RuntimeException e) {
            if (passes(e)) {
                throw e;
            }
            LOG.errorf(
                    e,
                    "cannot handle %s at %s-%d@%d: %s is parked",
                    arrival.attributes().type(),
                    arrival.topic(),
                    arrival.partition(),
                    arrival.offset(),
                    arrival.key());
            parked.park(arrival, e);
            return outcome(arrival, "parked");
        }
    }

    private Set<Lane> blocked(Set<Lane> lanes) {
        var blocked = new java.util.HashSet<Lane>();
        patiently(() -> blocked.addAll(parked.blocked(lanes)));
        return blocked;
    }

    private interface Attempt {
        boolean run() throws SQLException;
    }

    /** Tries until it succeeds, with growing pauses; every failure that comes out of the attempt is one that passes. */
    private boolean patiently(Attempt attempt) {
        var pause = FIRST_PAUSE;
        while (!closed) {
            try {
                return attempt.run();
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("the inbox waits %s and tries again: %s", pause, Failures.describe(e));
                pause(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
        return true;
    }

    private static boolean passes(RuntimeException failure) {
        return failure instanceof Unavailable || failure instanceof ConcurrencyException || Failures.passes(failure);
    }

    /** Tries what is parked in a lane again; gives how many messages still wait there. */
    int retry(Lane lane) throws SQLException {
        return parked.retry(lane, reactions::answer);
    }

    private void counted(Arrival arrival, String outcome) {
        var type = arrival.attributes().type();
        meters.counter(
                        "isms.inbox.messages",
                        "topic",
                        arrival.topic(),
                        // A foreign type is a label that others choose: those without a reaction are one.
                        "type",
                        type != null && reactions.concern(type) ? type : "other",
                        "outcome",
                        outcome)
                .increment();
    }

    private void count() {
        if (System.nanoTime() - counted < BETWEEN_COUNTS.toNanos()) {
            return;
        }
        counted = System.nanoTime();
        try {
            waiting.set(parked.count());
        } catch (SQLException e) {
            LOG.debug("parked messages cannot be counted now", e);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
