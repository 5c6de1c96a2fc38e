package isms.platform.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record of a topic, fresh from Kafka or parked before. */
record Arrival(String topic, int partition, long offset, String key, Attributes attributes, byte @Nullable [] payload) {

    static Arrival of(ConsumerRecord<String, byte[]> record) {
        return new Arrival(
                record.topic(),
                record.partition(),
                record.offset(),
                // Without a key the partition is the only order there is.
                record.key() == null ? "partition " + record.partition() : record.key(),
                Attributes.of(record.headers()),
                record.value());
    }

    /** What is in order among itself. */
    record Lane(String topic, String key) {}

    Lane lane() {
        return new Lane(topic, key);
    }

    String text() {
        return payload == null ? "" : new String(payload, StandardCharsets.UTF_8);
    }
}
