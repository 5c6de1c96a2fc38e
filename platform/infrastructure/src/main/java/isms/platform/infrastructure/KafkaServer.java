package isms.platform.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A single Kafka broker that is its own controller (KRaft), on 127.0.0.1, inside this JVM.
 *
 * <p>{@link KafkaProcess} runs the same in a JVM of its own, to be killed or to outlive a test.
 */
public final class KafkaServer implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;
    private final Path dataDirectory;
    private final boolean temporary;

    private KafkaServer(KafkaRaftServer server, int port, Path dataDirectory, boolean temporary) {
        this.server = server;
        this.port = port;
        this.dataDirectory = dataDirectory;
        this.temporary = temporary;
    }

    /** A fresh broker in a temporary directory on a free port. */
    public static KafkaServer start() {
        return start(null, FreePorts.next(), FreePorts.next());
    }

    /**
     * Starts on what the data directory holds.
     *
     * @param dataDirectory formatted when it is empty; {@code null} for a temporary one that {@link #close()} deletes
     */
    public static KafkaServer start(@Nullable Path dataDirectory, int port, int controllerPort) {
        Path directory =
                dataDirectory == null ? Directories.temporary("isms-kafka-") : Directories.created(dataDirectory);
        Properties properties = properties(directory, port, controllerPort);
        format(directory, properties);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        server.startup();
        return new KafkaServer(server, port, directory, dataDirectory == null);
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (temporary && Files.exists(dataDirectory)) {
            Directories.delete(dataDirectory);
        }
    }

    /**
     * Runs the broker until the process is told to stop.
     *
     * @param args data directory, port, controller port
     */
    public static void main(String[] args) {
        KafkaServer kafka = start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "kafka-shutdown"));
        System.out.println("Kafka is ready on " + kafka.bootstrapServers());
        kafka.server.awaitShutdown();
    }

    private static Properties properties(Path directory, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
        properties.setProperty("log.dirs", directory.resolve("log").toString());
        properties.setProperty("num.partitions", "4");
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        properties.setProperty("offsets.topic.num.partitions", "4");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("transaction.state.log.num.partitions", "4");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        // The default sets 128 MB of heap aside for compaction, which nothing here needs.
        properties.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
        properties.setProperty("log.cleaner.threads", "1");
        return properties;
    }

    private static void format(Path directory, Properties properties) {
        if (Files.exists(directory.resolve("log").resolve("meta.properties"))) {
            return;
        }
        Path file = directory.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int exit = StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()},
                new PrintStream(OutputStream.nullOutputStream()));
        if (exit != 0) {
            throw new IllegalStateException("Kafka could not format " + directory + " (exit " + exit + ")");
        }
    }
}
