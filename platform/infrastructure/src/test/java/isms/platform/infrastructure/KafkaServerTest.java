package isms.platform.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaServerTest {

    @Test
    void a_broker_in_this_jvm_carries_records_in_every_compression() throws Exception {
        List<String> compressions = List.of("none", "gzip", "snappy", "lz4", "zstd");
        try (KafkaServer kafka = KafkaServer.start()) {
            for (String compression : compressions) {
                send(kafka.bootstrapServers(), compression, compression);
            }
            assertThat(received(kafka.bootstrapServers(), compressions.size())).isEqualTo(compressions);
        }
    }

    @Test
    void a_broker_of_its_own_keeps_what_it_acknowledged_when_it_is_killed() throws Exception {
        ProcessHandle last;
        try (KafkaProcess kafka = KafkaProcess.start()) {
            send(kafka.bootstrapServers(), "none", "one");
            long before = kafka.pid();
            kafka.kill();
            kafka.restart();
            last = ProcessHandle.of(kafka.pid()).orElseThrow();
            assertThat(last.pid()).isNotEqualTo(before);
            send(kafka.bootstrapServers(), "none", "two");
            assertThat(received(kafka.bootstrapServers(), 2)).containsExactly("one", "two");
        }
        assertThat(last.isAlive()).isFalse();
    }

    private static void send(String bootstrapServers, String compression, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", bootstrapServers, "acks", "all", "compression.type", compression),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("facts", "key", value)).get();
        }
    }

    private static List<String> received(String bootstrapServers, int expected) {
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", bootstrapServers, "group.id", "test", "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("facts"));
            Instant deadline = Instant.now().plusSeconds(30);
            while (values.size() < expected && Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
