package isms.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import isms.platform.decider.Recorded;
import isms.platform.eventstore.FactJson;
import isms.platform.projection.Memory;
import isms.platform.projection.Projector;
import isms.platform.projection.TemporarilyUnavailable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what may be known to Kafka, in log order, at least once: a projector whose read model is a topic. The log is the
 * outbox; the position moves when all of a batch are acknowledged. While Kafka is away it stays where it is.
 *
 * <p>A fact that cannot be published (its form is against its schema, say) parks its aggregate, as in any projection.
 */
final class Outbox implements Projector, AutoCloseable {

    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Messages stay for good: a service that was away for long, or comes into being later, is to find all of them. */
    private static final Map<String, String> KEPT =
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");

    private final String service;
    private final String topic;
    private final Publication publication;
    private final Schemas schemas;
    private final Map<String, Object> kafka;
    private final ObjectMapper json = FactJson.mapper();
    private @Nullable KafkaProducer<String, byte[]> producer;

    Outbox(String service, Publication publication, Schemas schemas, Map<String, Object> kafka) {
        this.service = service;
        this.topic = topic(service);
        this.publication = publication;
        this.schemas = schemas;
        this.kafka = kafka;
    }

    /** The topic on which a service publishes. */
    static String topic(String service) {
        return "isms." + service + ".events";
    }

    @Override
    public String name() {
        return "publication";
    }

    @Override
    public boolean wants(String kind, String type) {
        return true;
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public synchronized void project(Connection connection, List<Recorded<?>> facts, Memory memory) {
        // All are mapped before the first is sent: one that cannot be does not leave half a batch outside.
        var records = new ArrayList<ProducerRecord<String, byte[]>>(facts.size());
        for (Recorded<?> fact : facts) {
            record(fact).ifPresent(records::add);
        }
        if (records.isEmpty()) {
            return;
        }
        var first = new AtomicReference<@Nullable Exception>();
        try {
            var sender = producer();
            var acknowledgements = new ArrayList<Future<RecordMetadata>>(records.size());
            for (var record : records) {
                acknowledgements.add(sender.send(record, (sent, failure) -> {
                    if (failure != null && first.compareAndSet(null, failure)) {
                        // what comes after it must not arrive before it: all of them are sent again in order
                        sender.close(Duration.ZERO);
                    }
                }));
            }
            for (var acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (ExecutionException e) {
            throw failed(cause(first, e.getCause() == null ? e : e.getCause()));
        } catch (KafkaException | IllegalStateException e) {
            throw failed(cause(first, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    private static Throwable cause(AtomicReference<@Nullable Exception> first, Throwable otherwise) {
        var failure = first.get();
        return failure == null ? otherwise : failure;
    }

    private Optional<ProducerRecord<String, byte[]>> record(Recorded<?> fact) {
        return publication.publish(fact).map(published -> {
            var data = write(published);
            schemas.check(published.type(), data);
            var record = new ProducerRecord<>(
                    topic,
                    null,
                    fact.recordedAt().toEpochMilli(),
                    fact.tenant() + "/" + fact.aggregate(),
                    data.getBytes(StandardCharsets.UTF_8));
            Attributes.of(service, published.type(), fact).writeTo(record.headers());
            return record;
        });
    }

    private String write(Published published) {
        try {
            return json.writeValueAsString(published.data());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + published.type(), e);
        }
    }

    /** A producer that failed may refuse all that follows: the next attempt has a new one. */
    private RuntimeException failed(Throwable cause) {
        close();
        return cause instanceof RecordTooLargeException tooLarge
                ? tooLarge
                : new TemporarilyUnavailable("Kafka did not take what is published on " + topic, cause);
    }

    private KafkaProducer<String, byte[]> producer() throws InterruptedException, ExecutionException {
        var present = producer;
        if (present == null) {
            createTopic();
            var config = new HashMap<>(kafka);
            config.put("client.id", topic);
            config.put("acks", "all");
            config.put("enable.idempotence", true);
            config.put("compression.type", "lz4");
            config.put("linger.ms", 0);
            config.put("max.block.ms", (int) PATIENCE.toMillis());
            config.put("request.timeout.ms", (int) PATIENCE.toMillis() / 2);
            config.put("delivery.timeout.ms", (int) PATIENCE.toMillis());
            config.put("reconnect.backoff.max.ms", 1_000);
            present = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
            producer = present;
        }
        return present;
    }

    private void createTopic() throws InterruptedException, ExecutionException {
        var config = new HashMap<>(kafka);
        config.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
        config.put("request.timeout.ms", (int) PATIENCE.toMillis() / 2);
        try (Admin admin = Admin.create(config)) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty()).configs(KEPT)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    @Override
    public synchronized void close() {
        var present = producer;
        producer = null;
        if (present != null) {
            present.close(Duration.ZERO);
        }
    }
}
