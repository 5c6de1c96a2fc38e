package isms.acceptance;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the stack's Kafka holds, and how far the services have read it. */
final class Broker implements AutoCloseable {

    /**
     * A message as it was sent.
     *
     * @param position of its fact in the log of its service
     */
    record Message(String id, String type, String key, long position, String data) {}

    private final Map<String, Object> servers = Map.of("bootstrap.servers", "127.0.0.1:" + Stack.port("kafka"));
    private final Admin admin = Admin.create(servers);

    static String topic(String service) {
        return "isms." + service + ".events";
    }

    private static String group(String service) {
        return "isms." + service;
    }

    /** All messages of a service, those of a key in the order in which they were sent. */
    List<Message> sentBy(String service) {
        try (var consumer = new KafkaConsumer<>(servers, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = partitions(consumer, service);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var messages = new ArrayList<Message>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (var each : consumer.poll(Duration.ofMillis(200))) {
                    messages.add(new Message(
                            header(each, "ce_id"),
                            header(each, "ce_type"),
                            each.key(),
                            Long.parseLong(header(each, "ce_position")),
                            new String(each.value(), StandardCharsets.UTF_8)));
                }
            }
            return messages;
        }
    }

    /** How many messages a service has sent, counting those that were sent twice. */
    long sent(String service) {
        try (var consumer = new KafkaConsumer<>(servers, new StringDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(partitions(consumer, service)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** How many messages of a publisher a service has dealt with; those that it reads for the first time, and no others. */
    long readBy(String service, String publisher) {
        return done(() ->
                admin.listConsumerGroupOffsets(group(service)).partitionsToOffsetAndMetadata().get().entrySet().stream()
                        .filter(each -> each.getKey().topic().equals(topic(publisher)) && each.getValue() != null)
                        .mapToLong(each -> each.getValue().offset())
                        .sum());
    }

    /** Whether no replica of the service listens. */
    boolean isUnheard(String service) {
        return done(() -> admin.describeConsumerGroups(List.of(group(service)))
                .describedGroups()
                .get(group(service))
                .get()
                .members()
                .isEmpty());
    }

    /** Has a service read all that a publisher has sent again; when nobody listens. */
    void rewind(String service, String publisher) {
        try (var consumer = new KafkaConsumer<>(servers, new StringDeserializer(), new ByteArrayDeserializer())) {
            var beginnings = consumer.beginningOffsets(partitions(consumer, publisher)).entrySet().stream()
                    .collect(toMap(Map.Entry::getKey, each -> new OffsetAndMetadata(each.getValue())));
            done(() -> admin.alterConsumerGroupOffsets(group(service), beginnings)
                    .all()
                    .get());
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String service) {
        return consumer.partitionsFor(topic(service)).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private interface Answer<T> {
        T get() throws ExecutionException, InterruptedException;
    }

    private static <T> T done(Answer<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
