package isms.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import isms.platform.command.Commands;
import isms.platform.decider.Command;
import isms.platform.decider.Recorded;
import isms.platform.infrastructure.KafkaProcess;
import isms.platform.messaging.Arrival.Lane;
import isms.platform.projection.Counter;
import isms.platform.projection.LogOnDisk;
import isms.platform.projection.Replica;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two services, each with its own database: alpha counts and publishes, beta counts along. Over real Kafka, which is killed
 * on the way. What crosses a border arrives at least once and acts once.
 */
class BetweenServicesTest {

    private static final String TOPIC = "isms.alpha.events";
    private static final String COUNTED = "isms.alpha.counter-counted.v1";

    private static KafkaProcess kafka;
    private static LogOnDisk alphaDisk;
    private static LogOnDisk betaDisk;
    private static Replica alpha;
    private static Replica beta;
    private static Outbox outbox;

    private final CountAlong reaction = new CountAlong();
    private final CountAllAlong all = new CountAllAlong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private @Nullable Inbox inbox;

    record PublishedCount(int by, String note) {}

    /** A step of 7 is published against its own schema: what a defect in a publication looks like. */
    private static final Publication PUBLICATION = fact -> switch (fact.event()) {
        case Counter.Counted counted ->
            Optional.of(
                    new Published(COUNTED, new PublishedCount(counted.by() == 7 ? -7 : counted.by(), counted.note())));
        default -> Optional.empty();
    };

    private static final class CountAlong implements Reaction {

        volatile boolean defectMended;
        final CountDownLatch slowMayGoOn = new CountDownLatch(1);

        @Override
        public String name() {
            return "count-along";
        }

        @Override
        public Set<String> types() {
            return Set.of(COUNTED);
        }

        @Override
        public List<Intention<?, ?, ?>> react(CloudEventMessage fact) {
            int by = fact.data().get("by").asInt();
            if (by == 666 && !defectMended) {
                throw new IllegalStateException("cannot react to 666");
            }
            if (fact.data().get("note").asText().equals("slow")) {
                awaitUninterruptibly(slowMayGoOn);
            }
            Command<Integer, Counter.Event> command = state ->
                    List.of(new Counter.Counted(by, fact.data().get("note").asText()));
            return List.of(
                    new Intention<>(betaDisk.counter, UUID.fromString(fact.subject()), command, "alpha counted"));
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A note "all" names every aggregate that is listed now: what it finds depends on when it looks. */
    private static final class CountAllAlong implements Reaction {

        volatile List<UUID> named = List.of();

        @Override
        public String name() {
            return "count-all-along";
        }

        @Override
        public Set<String> types() {
            return Set.of(COUNTED);
        }

        @Override
        public List<Intention<?, ?, ?>> react(CloudEventMessage fact) {
            if (!fact.data().get("note").asText().equals("all")) {
                return List.of();
            }
            Command<Integer, Counter.Event> command = state -> List.of(new Counter.Named("one of all"));
            return named.stream()
                    .<Intention<?, ?, ?>>map(id -> new Intention<>(betaDisk.counter, id, command, null))
                    .toList();
        }
    }

    @BeforeAll
    static void start() {
        kafka = KafkaProcess.start();
        alphaDisk = new LogOnDisk();
        betaDisk = new LogOnDisk();
        alpha = new Replica(alphaDisk);
        beta = new Replica(betaDisk);
        outbox = new Outbox("alpha", PUBLICATION, new Schemas(), servers());
        alpha.processors.run(outbox, Duration.ofMillis(1));
    }

    @AfterAll
    static void stop() {
        alpha.close();
        beta.close();
        outbox.close();
        alphaDisk.close();
        betaDisk.close();
        kafka.close();
    }

    private static Map<String, Object> servers() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private Inbox listen() {
        return listen(beta.commands);
    }

    private Inbox listen(Commands commands) {
        var opened = new Inbox(
                new Reactions(
                        List.of(reaction, all),
                        commands,
                        new AnsweredMessages(betaDisk.database),
                        new Schemas(),
                        "beta"),
                new ParkedMessages(betaDisk.database),
                servers(),
                "beta",
                meters);
        opened.start(new StartupEvent());
        inbox = opened;
        return opened;
    }

    @AfterEach
    void silence() throws Exception {
        reaction.slowMayGoOn.countDown();
        if (inbox != null) {
            inbox.stop(new ShutdownEvent());
        }
    }

    private static UUID begun() {
        var id = UUID.randomUUID();
        alpha.count(id, new Counter.Named("published"));
        beta.count(id, new Counter.Named("along"));
        return id;
    }

    private static List<String> notesAtBeta(UUID id) {
        return betaDisk.log.after(0, Integer.MAX_VALUE).stream()
                .filter(fact -> fact.aggregate().equals(id) && fact.event() instanceof Counter.Counted)
                .map(fact -> ((Counter.Counted) fact.event()).note())
                .toList();
    }

    private static void awaitNotes(UUID id, String... notes) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(notesAtBeta(id)).containsExactly(notes));
    }

    private static List<ConsumerRecord<String, byte[]>> sent(UUID id) {
        var config = new HashMap<String, Object>(servers());
        config.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records.stream()
                    .filter(record -> record.key() != null && record.key().endsWith("/" + id))
                    .toList();
        }
    }

    /** Puts a record on the topic that alpha would never send. */
    private static void smuggle(String key, @Nullable String data, Map<String, String> headers) throws Exception {
        try (var producer =
                new KafkaProducer<>(new HashMap<>(servers()), new StringSerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(TOPIC, key, data == null ? null : data.getBytes(StandardCharsets.UTF_8));
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        }
    }

    private static Map<String, String> headers(UUID subject, String type) {
        var headers = new HashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_source", "/isms/alpha");
        headers.put("ce_type", type);
        headers.put("ce_subject", subject.toString());
        headers.put("ce_time", "2026-01-01T00:00:00Z");
        headers.put("ce_tenant", "acme");
        headers.put("ce_actor", "ines");
        headers.put("ce_correlationid", UUID.randomUUID().toString());
        headers.put("ce_causationid", UUID.randomUUID().toString());
        headers.put("ce_position", "1");
        return headers;
    }

    private double counted(String outcome) {
        return meters.find("isms.inbox.messages").tag("outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Test
    void a_fact_crosses_the_border_as_a_cloud_event_and_becomes_a_decision_of_the_other_service() {
        listen();
        var id = begun();
        long position = alpha.count(id, new Counter.Counted(3, "three"));

        awaitNotes(id, "three");

        var cause = alphaDisk.log.after(position - 1, 1).getFirst();
        var record = sent(id).getFirst();
        assertThat(sent(id)).as("a name stays inside").hasSize(1);
        assertThat(record.key()).isEqualTo("acme/" + id);
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("{\"by\":3,\"note\":\"three\"}");
        var attributes = Attributes.of(record.headers()).headers();
        assertThat(attributes)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", cause.eventId().toString())
                .containsEntry("ce_source", "/isms/alpha")
                .containsEntry("ce_type", COUNTED)
                .containsEntry("ce_subject", id.toString())
                .containsEntry("ce_time", cause.recordedAt().toString())
                .containsEntry("ce_tenant", "acme")
                .containsEntry("ce_actor", "ines")
                .containsEntry("ce_correlationid", cause.correlation().toString())
                .containsEntry("ce_causationid", cause.causation().toString())
                .containsEntry("ce_position", Long.toString(position))
                .containsEntry("content-type", "application/json");
        assertThat(attributes.get("traceparent")).matches("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01");
        Recorded<?> effect = betaDisk.log.after(0, Integer.MAX_VALUE).stream()
                .filter(fact -> fact.aggregate().equals(id))
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(effect.causation()).isEqualTo(cause.eventId());
        assertThat(effect.correlation()).isEqualTo(cause.correlation());
        assertThat(effect.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(effect.actor()).isEqualTo("service:beta");
        assertThat(effect.reason()).isEqualTo("alpha counted");
    }

    @Test
    void what_is_published_stays_for_whoever_comes_later() throws Exception {
        listen();
        var id = begun();
        alpha.count(id, new Counter.Counted(1, "first"));
        awaitNotes(id, "first");

        var topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
        try (var admin = Admin.create(servers())) {
            var config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
            assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
            assertThat(config.get("retention.ms").value())
                    .as("no time is too long")
                    .isEqualTo("-1");
            assertThat(config.get("retention.bytes").value())
                    .as("nothing is too much")
                    .isEqualTo("-1");
        }
    }

    @Test
    void a_topic_replayed_from_its_beginning_changes_nothing() throws Exception {
        var first = listen();
        var id = begun();
        for (int i = 1; i <= 20; i++) {
            alpha.count(id, new Counter.Counted(1, "n" + i));
        }
        var all = java.util.stream.IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "n" + i)
                .toArray(String[]::new);
        awaitNotes(id, all);
        first.stop(new ShutdownEvent());
        long head = betaDisk.log.head();

        try (var admin = Admin.create(servers())) {
            await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
                admin.alterConsumerGroupOffsets(
                                "isms.beta",
                                List.of(0, 1, 2, 3).stream()
                                        .collect(Collectors.toMap(
                                                partition -> new TopicPartition(TOPIC, partition),
                                                partition -> new OffsetAndMetadata(0))))
                        .all()
                        .get();
                return true;
            });
        }
        double before = counted("handled");
        listen();
        await().atMost(Duration.ofSeconds(30)).until(() -> counted("handled") >= before + 20);

        assertThat(betaDisk.log.head()).isEqualTo(head);
        awaitNotes(id, all);
    }

    @Test
    void a_message_for_thousands_is_answered_in_seconds_and_finds_no_others_when_it_is_replayed() throws Exception {
        var many = java.util.stream.IntStream.range(0, 2_000)
                .mapToObj(each -> UUID.randomUUID())
                .toList();
        all.named = many;
        var first = listen();
        var id = begun();
        long head = betaDisk.log.head();
        alpha.count(id, new Counter.Counted(1, "all"));
        await().atMost(Duration.ofSeconds(40)).until(() -> betaDisk.log.head() == head + 2_001);
        first.stop(new ShutdownEvent());

        var late = UUID.randomUUID();
        all.named = java.util.stream.Stream.concat(many.stream(), java.util.stream.Stream.of(late))
                .toList();
        try (var admin = Admin.create(servers())) {
            await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
                admin.alterConsumerGroupOffsets(
                                "isms.beta",
                                List.of(0, 1, 2, 3).stream()
                                        .collect(Collectors.toMap(
                                                partition -> new TopicPartition(TOPIC, partition),
                                                partition -> new OffsetAndMetadata(0))))
                        .all()
                        .get();
                return true;
            });
        }
        double before = counted("handled");
        listen();
        await().atMost(Duration.ofSeconds(30)).until(() -> counted("handled") > before);
        alpha.count(id, new Counter.Counted(1, "after the replay"));

        awaitNotes(id, "all", "after the replay");
        assertThat(betaDisk.log.after(head, Integer.MAX_VALUE))
                .extracting(Recorded::aggregate)
                .doesNotContain(late);
        assertThat(betaDisk.log.head()).isEqualTo(head + 2_002);
    }

    @Test
    void a_message_that_cannot_be_handled_parks_its_key_until_it_is_tried_again() throws Exception {
        var listening = listen();
        var bad = begun();
        var good = begun();
        alpha.count(bad, new Counter.Counted(1, "before"));
        alpha.count(bad, new Counter.Counted(666, "poison"));
        alpha.count(bad, new Counter.Counted(2, "behind"));
        alpha.count(good, new Counter.Counted(1, "untouched"));

        awaitNotes(good, "untouched");
        var lane =
                "select message_key, coalesce(error, 'behind'), attempts from parked_message where message_key = 'acme/"
                        + bad + "' order by topic_offset";
        await().untilAsserted(() -> assertThat(betaDisk.rows(lane))
                .containsExactly(
                        "acme/" + bad + "|IllegalStateException: cannot react to 666|1", "acme/" + bad + "|behind|0"));
        alpha.count(bad, new Counter.Counted(3, "further behind"));
        await().untilAsserted(() -> assertThat(betaDisk.rows(lane)).hasSize(3));
        assertThat(notesAtBeta(bad)).containsExactly("before");

        assertThat(listening.retry(new Lane(TOPIC, "acme/" + bad))).isEqualTo(3);
        reaction.defectMended = true;
        assertThat(listening.retry(new Lane(TOPIC, "acme/" + bad))).isZero();
        alpha.count(bad, new Counter.Counted(4, "after"));

        awaitNotes(bad, "before", "poison", "behind", "further behind", "after");
        assertThat(betaDisk.rows(lane)).isEmpty();
    }

    @Test
    void a_message_that_takes_long_holds_up_those_of_its_key_only() {
        listen();
        var slow = begun();
        var other = begun();
        alpha.count(slow, new Counter.Counted(1, "slow"));
        alpha.count(other, new Counter.Counted(1, "beside it"));
        awaitNotes(other, "beside it");
        alpha.count(slow, new Counter.Counted(2, "behind it"));
        alpha.count(other, new Counter.Counted(2, "after that"));
        awaitNotes(other, "beside it", "after that");
        assertThat(notesAtBeta(slow)).isEmpty();

        reaction.slowMayGoOn.countDown();

        awaitNotes(slow, "slow", "behind it");
    }

    @Test
    void what_is_no_message_is_parked_what_is_foreign_is_ignored_and_nothing_stops() throws Exception {
        var id = begun();
        smuggle("acme/no-json", "{", headers(id, COUNTED));
        smuggle("acme/no-schema", "{\"by\": \"many\"}", headers(id, COUNTED));
        var nameless = headers(id, COUNTED);
        nameless.remove("ce_tenant");
        smuggle("acme/no-tenant", "{\"by\": 1, \"note\": \"x\"}", nameless);
        smuggle("acme/no-headers", "{}", Map.of());
        smuggle("acme/foreign", "{}", headers(id, "isms.alpha.counter-painted.v9"));
        smuggle("acme/" + id, null, Map.of());
        listen();
        alpha.count(id, new Counter.Counted(5, "five"));

        awaitNotes(id, "five");
        await().untilAsserted(() -> assertThat(betaDisk.rows(
                        "select message_key from parked_message where message_key like 'acme/no-%' order by 1"))
                .containsExactly("acme/no-headers", "acme/no-json", "acme/no-schema", "acme/no-tenant"));
        assertThat(counted("ignored")).isGreaterThanOrEqualTo(1);
        assertThat(counted("tombstone")).isGreaterThanOrEqualTo(1);
        assertThat(betaDisk.rows("select error from parked_message where message_key = 'acme/no-schema'"))
                .singleElement()
                .asString()
                .contains("/by");
    }

    @Test
    void a_fact_against_its_schema_is_parked_and_never_sent() {
        listen();
        var bad = begun();
        var good = begun();
        alpha.count(bad, new Counter.Counted(7, "against the schema"));
        alpha.count(good, new Counter.Counted(1, "fine"));

        awaitNotes(good, "fine");
        assertThat(sent(bad)).isEmpty();
        assertThat(alphaDisk.rows(
                        "select type, error from parked_fact where projection = 'publication' and aggregate = '" + bad
                                + "'"))
                .singleElement()
                .asString()
                .startsWith("counter-counted|IllegalArgumentException: " + COUNTED);
    }

    @Test
    void kafka_goes_and_comes_back_and_nothing_is_lost() {
        listen();
        var id = begun();
        alpha.count(id, new Counter.Counted(1, "before"));
        awaitNotes(id, "before");

        kafka.kill();
        alpha.count(id, new Counter.Counted(1, "while it is away 1"));
        alpha.count(id, new Counter.Counted(1, "while it is away 2"));
        kafka.restart();
        alpha.count(id, new Counter.Counted(1, "after"));

        awaitNotes(id, "before", "while it is away 1", "while it is away 2", "after");
    }

    @Test
    void a_consumer_that_stops_in_the_middle_goes_on_where_it_was() throws Exception {
        var id = begun();
        for (int i = 0; i < 300; i++) {
            alpha.count(id, new Counter.Counted(1, "n" + i));
        }
        for (int restart = 0; restart < 3; restart++) {
            var listening = listen();
            int known = notesAtBeta(id).size();
            await().atMost(Duration.ofSeconds(30)).until(() -> notesAtBeta(id).size() > known);
            listening.stop(new ShutdownEvent());
        }
        listen();

        awaitNotes(
                id,
                java.util.stream.IntStream.range(0, 300).mapToObj(i -> "n" + i).toArray(String[]::new));
    }
}
