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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
 * after the effects; that nothing happens twice is the log's doing, see {@link Reactions}.
 *
 * <p>What passes by itself is waited for, and holds up its key only. What does not is parked, with all later messages of its
 * key behind it, until an operator has it tried again.
 */
@Singleton
class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration POLL_WHILE_BUSY = Duration.ofMillis(100);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Reactions reactions;
    private final ParkedMessages parked;
    private final Map<String, Object> kafka;
    private final String service;
    private final MeterRegistry meters;
    private final AtomicLong waiting = new AtomicLong();
    private volatile boolean closed;
    private volatile boolean busy;
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
                open.subscribe(topics(), new PausedWhileBusy(open));
                while (!closed) {
                    var records = open.poll(POLL);
                    if (!records.isEmpty()) {
                        handle(open, records);
                    }
                    count();
                }
            } catch (WakeupException stopping) {
                LOG.debug("the inbox is woken up to stop");
            } catch (KafkaException | InterruptedException e) {
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
        return config;
    }

    /** While the messages of a batch are answered the consumer keeps polling, so that it stays in its group, but is given nothing. */
    private final class PausedWhileBusy implements ConsumerRebalanceListener {

        private final KafkaConsumer<String, byte[]> consumer;

        PausedWhileBusy(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (busy) {
                consumer.pause(partitions);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // What is being worked on comes again at another replica, and changes nothing there.
        }
    }

    private void handle(KafkaConsumer<String, byte[]> from, ConsumerRecords<String, byte[]> records)
            throws InterruptedException {
        Map<Lane, List<Arrival>> lanes = new LinkedHashMap<>();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        records.forEach(record -> {
            var arrival = Arrival.of(record);
            lanes.computeIfAbsent(arrival.lane(), lane -> new ArrayList<>()).add(arrival);
            offsets.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        });
        lanes.values().removeIf(lane -> {
            lane.removeIf(this::isNoConcern);
            return lane.isEmpty();
        });
        if (!lanes.isEmpty()) {
            work(from, lanes);
        }
        if (!closed) {
            var ours = from.assignment();
            offsets.keySet().retainAll(ours);
            from.commitSync(offsets);
        }
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

    private void work(KafkaConsumer<String, byte[]> from, Map<Lane, List<Arrival>> lanes) throws InterruptedException {
        var done = new CountDownLatch(lanes.size());
        busy = true;
        from.pause(from.assignment());
        try {
            var blocked = blocked(lanes.keySet());
            var together = together(lanes.values());
            lanes.forEach((lane, arrivals) -> Thread.startVirtualThread(() -> {
                try {
                    work(arrivals, blocked.contains(lane), together);
                } finally {
                    done.countDown();
                }
            }));
            while (!done.await(POLL_WHILE_BUSY.toMillis(), TimeUnit.MILLISECONDS)) {
                from.poll(Duration.ZERO);
            }
            patiently(() -> {
                together.remember();
                return true;
            });
        } finally {
            busy = false;
            from.resume(from.assignment());
        }
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

    private void work(List<Arrival> lane, boolean blocked, Reactions.Together together) {
        boolean behind = blocked;
        for (Arrival arrival : lane) {
            if (closed) {
                return;
            }
            var isBehind = behind;
            behind = patiently(() ->
                    isBehind && parked.parkBehind(arrival) ? outcome(arrival, "parked") : handle(arrival, together));
        }
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
